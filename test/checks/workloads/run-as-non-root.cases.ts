import check from '../../../checks/workloads/run-as-non-root.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, controlPlanePod, deployment, node, pod } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'a pod that says nothing: its image decides',
    objects: [pod('plain')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'plain' }, message: /may run as root: its image decides/ }],
  },
  {
    given: 'runAsNonRoot by the pod, by its containers, or a user that is not root',
    objects: [
      pod('a', { spec: { securityContext: { runAsNonRoot: true } } }),
      pod('b', { containers: [container('app', { securityContext: { runAsNonRoot: true } })] }),
      pod('c', { spec: { securityContext: { runAsUser: 1000 } } }),
      pod('d', { containers: [container('app', { securityContext: { runAsUser: 65534, runAsNonRoot: false } })] }),
    ],
    expect: 'pass',
  },
  {
    given: 'a container that takes back what its pod says',
    objects: [
      pod('a', {
        containers: [container('app'), container('root', { securityContext: { runAsNonRoot: false } })],
        spec: { securityContext: { runAsNonRoot: true } },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^container root may run as root/ }],
  },
  {
    given: 'user 0 by the pod, by a container, and by a container against its pod',
    objects: [
      pod('a', { spec: { securityContext: { runAsUser: 0 } } }),
      pod('b', { containers: [container('app', { securityContext: { runAsUser: 0 } })] }),
      pod('c', {
        containers: [container('app', { securityContext: { runAsUser: 0 } })],
        spec: { securityContext: { runAsUser: 1000 } },
      }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'a' }, message: /runs as root/ },
      { verdict: 'fail', subject: { name: 'b' }, message: /runs as root/ },
      { verdict: 'fail', subject: { name: 'c' }, message: /runs as root/ },
    ],
  },
  {
    given: 'user 0 beside runAsNonRoot, which the kubelet refuses to start',
    objects: [pod('a', { spec: { securityContext: { runAsUser: 0, runAsNonRoot: true } } })],
    expect: 'pass',
  },
  {
    given: 'an init container that is root',
    objects: [
      deployment('web', {
        spec: {
          securityContext: { runAsUser: 1000 },
          initContainers: [container('chown', { securityContext: { runAsUser: 0 } })],
        },
      }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Deployment', name: 'web' }, message: /container chown runs as root/ },
    ],
  },
  {
    given: 'root in a user namespace',
    objects: [node('new'), pod('a', { spec: { hostUsers: false, securityContext: { runAsUser: 0 } } })],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /user namespace/ }],
  },
  {
    given: 'root in a user namespace where a kubelet may not make one',
    objects: [
      node('new'),
      node('old', { kubelet: 'v1.32.4' }),
      pod('a', { spec: { hostUsers: false, securityContext: { runAsUser: 0 } } }),
      pod('b', { spec: { hostUsers: false, securityContext: { runAsUser: 1000 } } }),
    ],
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', subject: { name: 'a' }, message: /kubelet v1\.32\.4 on old/ },
      { verdict: 'pass', subject: { name: 'b' } },
    ],
  },
  {
    given: 'a user namespace where nodes cannot be read',
    objects: [
      { ...node('odd'), status: 'none' },
      pod('a', { spec: { hostUsers: false, securityContext: { runAsUser: 0 } } }),
    ],
    expect: 'unknown',
  },
  {
    given: 'a pod that says hostUsers: true',
    objects: [pod('a', { spec: { hostUsers: true } })],
    expect: 'fail',
  },
  { given: 'a Windows pod', objects: [pod('win', { spec: { os: { name: 'windows' } } })], expect: 'not-applicable' },
  {
    given: 'kube-proxy, which has to be root',
    objects: [controlPlanePod('kube-proxy', { container: { securityContext: { privileged: true } } })],
    expect: 'not-applicable',
  },
  {
    given: 'the static pods of the control plane, which run as root',
    objects: [controlPlanePod('kube-scheduler')],
    expect: 'fail',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', containers: [container('app')] }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
