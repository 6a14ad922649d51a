import check from '../../../checks/container-runtime/seccomp-effective.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, kubeletConfigz, node, pod } from '../../support/objects.ts';

const kubelet = (name: string, seccompDefault: boolean) => [node(name), kubeletConfigz(name, { seccompDefault })];
const OFF = kubelet('node-1', false);
const ON = kubelet('node-1', true);
const profile = (type: string) => ({ securityContext: { seccompProfile: { type } } });
const DEFAULT = profile('RuntimeDefault');

describeCheck(check, [
  {
    given: 'profiles of pods and containers, where the kubelets give none',
    objects: [
      ...OFF,
      pod('a', { spec: DEFAULT }),
      pod('b', { containers: [container('b', profile('Localhost'))] }),
      pod('c', { spec: profile('Unconfined'), containers: [container('c', DEFAULT)] }),
    ],
    expect: 'pass',
  },
  {
    given: 'no profile, where the kubelets give none',
    objects: [...OFF, pod('a', { containers: [container('x'), container('y', DEFAULT), container('z')] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /each of containers x, z names no profile, and the kubelets give none/ }],
  },
  {
    given: 'no profile, where the kubelets give one: the setting of the kubelet counts',
    objects: [...ON, pod('a')],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /the kubelets give RuntimeDefault/ }],
  },
  {
    given: 'Unconfined, whatever the kubelets give',
    objects: [...ON, pod('a', { spec: profile('Unconfined') })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /is Unconfined/ }],
  },
  {
    given: 'kubelets that differ: a pod without a profile may run on either',
    objects: [...OFF, ...kubelet('node-2', true), pod('a')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /some kubelets give/ }],
  },
  {
    given: 'kubelets that differ, and pods that name a profile',
    objects: [...OFF, ...kubelet('node-2', true), pod('a', { spec: DEFAULT })],
    expect: 'pass',
  },
  { given: 'a kubelet that shows nothing', objects: [node('node-1'), pod('a')], expect: 'unknown' },
  { given: 'no node at all', objects: [pod('a')], expect: 'unknown' },
  {
    given: 'privileged containers, which never have a profile',
    objects: [...OFF, pod('a', { containers: [container('a', { securityContext: { privileged: true } })] })],
    expect: 'not-applicable',
  },
  {
    given: 'Windows',
    objects: [...OFF, pod('a', { spec: { os: { name: 'windows' } } })],
    expect: 'not-applicable',
  },
  {
    given: 'a profile of a type that is not known',
    objects: [...OFF, pod('a', { spec: profile('') })],
    expect: 'unknown',
  },
  { given: 'no pod at all', objects: [...OFF], expect: 'not-applicable' },
]);
