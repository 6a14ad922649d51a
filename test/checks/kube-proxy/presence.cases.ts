import check from '../../../checks/kube-proxy/presence.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxySet } from '../../support/kube-proxies.ts';
import { configMap, controlPlanePod, daemonSet, node, serverVersion } from '../../support/objects.ts';

const CILIUM = daemonSet('cilium', { namespace: 'kube-system' });
const cilium = (replacement: string) => [CILIUM, configMap('cilium-config', { 'kube-proxy-replacement': replacement })];

describeCheck(check, [
  {
    given: 'a DaemonSet of kube-proxy',
    objects: proxy({}),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'DaemonSet', name: 'kube-proxy' } }],
  },
  { given: 'a pod of kube-proxy', objects: [controlPlanePod('kube-proxy', { ownerReferences: [] })], expect: 'pass' },
  {
    given: 'k3s, in whose process it runs',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Node', name: 'node-1' } }],
  },
  {
    given: 'k3s without it',
    objects: [
      node('node-1', {
        kubelet: 'v1.37.2+k3s1',
        annotations: { 'k3s.io/node-args': '["server","--disable-kube-proxy"]' },
      }),
    ],
    expect: 'unknown',
  },
  {
    given: 'Cilium in its place',
    objects: [serverVersion(), ...cilium('true')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'cilium' }, message: /without kube-proxy/ }],
  },
  { given: 'an old Cilium in its place', objects: [serverVersion(), ...cilium('strict')], expect: 'pass' },
  {
    given: 'both of them',
    objects: [...proxy({}), ...cilium('true')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'kube-proxy' }, message: /beside Cilium/ }],
  },
  { given: 'Cilium beside it that leaves Services to it', objects: [...proxy({}), ...cilium('false')], expect: 'pass' },
  { given: 'Cilium that leaves Services to something unseen', objects: cilium('false'), expect: 'unknown' },
  { given: 'Cilium without a word on it', objects: [CILIUM, configMap('cilium-config', {})], expect: 'unknown' },
  {
    given: 'configuration of a Cilium that is gone',
    objects: [proxySet([]), ...cilium('true').slice(1)],
    expect: 'pass',
  },
  {
    given: 'Cilium beside it, whose configuration is not there',
    objects: [...proxy({}), CILIUM],
    expect: 'unknown',
  },
  { given: 'nothing that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
