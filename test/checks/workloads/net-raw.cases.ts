import check from '../../../checks/workloads/net-raw.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, controlPlanePod, deployment, node, pod } from '../../support/objects.ts';

const caps = (drop: readonly string[], add: readonly string[] = []) => ({
  securityContext: { capabilities: { drop, add } },
});

describeCheck(check, [
  {
    given: 'a pod that drops nothing',
    objects: [node('node-1'), pod('plain')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'plain' }, message: /does not drop NET_RAW/ }],
  },
  {
    given: 'containers that drop it, or all, in any spelling',
    objects: [
      pod('web', {
        containers: [container('a', caps(['ALL'])), container('b', caps(['NET_RAW'])), container('c', caps(['all']))],
      }),
    ],
    expect: 'pass',
  },
  {
    given: 'a container that drops it among others',
    objects: [pod('web', { containers: [container('a', caps(['CHOWN', 'NET_RAW']))] })],
    expect: 'pass',
  },
  {
    given: 'a container that drops it under a name that Kubernetes does not know',
    objects: [node('node-1'), pod('web', { containers: [container('a', caps(['CAP_NET_RAW']))] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /only counts without CAP_/ }],
  },
  {
    given: 'a container that adds it under that name',
    objects: [pod('web', { containers: [container('a', caps(['ALL'], ['CAP_NET_RAW']))] })],
    expect: 'fail',
  },
  {
    given: 'a container that drops something else',
    objects: [pod('web', { containers: [container('a', caps(['CHOWN']))] })],
    expect: 'fail',
  },
  {
    given: 'a container that drops all and adds it back',
    objects: [pod('ping', { containers: [container('a', caps(['ALL'], ['NET_RAW']))] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /adds NET_RAW/ }],
  },
  {
    given: 'a container that drops all and adds another one',
    objects: [pod('dns', { containers: [container('a', caps(['ALL'], ['NET_BIND_SERVICE']))] })],
    expect: 'pass',
  },
  {
    given: 'a privileged container, whatever it drops',
    objects: [
      pod('root', {
        containers: [container('a', { securityContext: { privileged: true, capabilities: { drop: ['ALL'] } } })],
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /every capability/ }],
  },
  {
    given: 'a pod that drops nothing where nodes run CRI-O, whose defaults decide',
    objects: [node('node-1', { runtime: 'cri-o://1.36.3' }), pod('plain')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { name: 'plain' }, message: /CRI-O/ }],
  },
  {
    given: 'a pod that adds it there',
    objects: [
      node('node-1', { runtime: 'cri-o://1.36.3' }),
      pod('ping', { containers: [container('a', caps([], ['ALL']))] }),
    ],
    expect: 'fail',
  },
  { given: 'a Windows pod', objects: [pod('win', { spec: { os: { name: 'windows' } } })], expect: 'not-applicable' },
  {
    given: 'kube-proxy, which has to be privileged',
    objects: [controlPlanePod('kube-proxy', { container: { securityContext: { privileged: true } } })],
    expect: 'not-applicable',
  },
  {
    given: 'an init container that drops nothing',
    objects: [
      deployment('web', { containers: [container('a', caps(['ALL']))], spec: { initContainers: [container('i')] } }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /container i does not/ }],
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
