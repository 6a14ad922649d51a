import check from '../../../checks/workloads/privileged.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  container,
  controlPlanePod,
  cronJob,
  daemonSet,
  deployment,
  ownedBy,
  pod,
  replicaSet,
} from '../../support/objects.ts';

const PRIVILEGED = { securityContext: { privileged: true } };

describeCheck(check, [
  {
    given: 'a pod that says nothing, and one that says false',
    objects: [
      pod('plain'),
      pod('said', { containers: [container('app', { securityContext: { privileged: false } })] }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Pod', name: 'plain', namespace: 'default' } }],
  },
  {
    given: 'a privileged container beside others',
    objects: [pod('web', { containers: [container('app'), container('helper', PRIVILEGED)] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Pod', name: 'web' }, message: /^container helper is privileged$/ }],
  },
  {
    given: 'privileged init and ephemeral containers',
    objects: [
      pod('web', {
        spec: {
          initContainers: [container('init', PRIVILEGED)],
          ephemeralContainers: [container('debug', PRIVILEGED)],
        },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^each of containers init, debug is privileged$/ }],
  },
  {
    given: 'a Deployment without pods, and a CronJob that has not run',
    objects: [
      deployment('idle', { namespace: 'shop', containers: [container('app', PRIVILEGED)] }),
      cronJob('nightly', { containers: [container('app', PRIVILEGED)] }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Deployment', namespace: 'shop', name: 'idle' } },
      { verdict: 'fail', subject: { kind: 'CronJob', name: 'nightly' } },
    ],
  },
  {
    given: 'a Deployment whose old pods are privileged and whose new ones are not',
    objects: [
      deployment('web'),
      replicaSet('web-1', { ownerReferences: [ownedBy('apps/v1', 'Deployment', 'web')] }),
      replicaSet('web-2', { ownerReferences: [ownedBy('apps/v1', 'Deployment', 'web')] }),
      pod('web-1-a', {
        ownerReferences: [ownedBy('apps/v1', 'ReplicaSet', 'web-1')],
        containers: [container('app', PRIVILEGED)],
      }),
      pod('web-2-a', { ownerReferences: [ownedBy('apps/v1', 'ReplicaSet', 'web-2')], containers: [container('app')] }),
      pod('web-2-b', { ownerReferences: [ownedBy('apps/v1', 'ReplicaSet', 'web-2')], containers: [container('app')] }),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'Deployment', name: 'web', members: { count: 3, samples: ['web-1-a', 'web-2-a', 'web-2-b'] } },
      },
    ],
  },
  {
    given: 'kube-proxy, which has to be',
    objects: [controlPlanePod('kube-proxy', { container: PRIVILEGED })],
    expect: 'not-applicable',
    findings: [
      { verdict: 'not-applicable', subject: { kind: 'DaemonSet', name: 'kube-proxy' }, message: /packet rules/ },
    ],
  },
  {
    given: 'an image named kube-proxy in another namespace',
    objects: [controlPlanePod('kube-proxy', { namespace: 'shop', container: PRIVILEGED })],
    expect: 'fail',
  },
  {
    given: 'kube-proxy with a second privileged container',
    objects: [controlPlanePod('kube-proxy', { container: PRIVILEGED, sidecars: [container('miner', PRIVILEGED)] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'DaemonSet', name: 'kube-proxy' } }],
  },
  {
    given: 'a privileged API server, which need not be',
    objects: [controlPlanePod('kube-apiserver', { container: PRIVILEGED })],
    expect: 'fail',
  },
  {
    given: 'the agent of a network add-on, which a person confirms',
    objects: [
      daemonSet('calico-node', {
        namespace: 'calico-system',
        containers: [container('calico-node', { image: 'quay.io/calico/node:v3.31.0', ...PRIVILEGED })],
      }),
    ],
    expect: 'review',
    findings: [{ verdict: 'review', subject: { kind: 'DaemonSet', name: 'calico-node' }, message: /confirm/ }],
  },
  {
    given: 'the image of that agent in a Deployment and in a namespace of users',
    objects: [
      deployment('calico', {
        namespace: 'calico-system',
        containers: [container('a', { image: 'quay.io/calico/node', ...PRIVILEGED })],
      }),
      daemonSet('calico', {
        namespace: 'shop',
        containers: [container('a', { image: 'quay.io/calico/node', ...PRIVILEGED })],
      }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'Deployment' } },
      { verdict: 'fail', subject: { kind: 'DaemonSet' } },
    ],
  },
  {
    given: 'Windows HostProcess by the pod, and taken back by a container',
    objects: [
      pod('host', { spec: { os: { name: 'windows' }, securityContext: { windowsOptions: { hostProcess: true } } } }),
      pod('own', {
        containers: [container('app', { securityContext: { windowsOptions: { hostProcess: false } } })],
        spec: { os: { name: 'windows' }, securityContext: { windowsOptions: { hostProcess: true } } },
      }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'host' }, message: /HostProcess/ },
      { verdict: 'pass', subject: { name: 'own' } },
    ],
  },
  {
    given: 'Windows HostProcess by a container',
    objects: [
      pod('host', { containers: [container('app', { securityContext: { windowsOptions: { hostProcess: true } } })] }),
    ],
    expect: 'fail',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', containers: [container('app', PRIVILEGED)] }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
