import check from '../../../checks/nodes/control-plane-taint.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node, serverVersion } from '../../support/objects.ts';

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const server = (name: string, taints: readonly object[] = [], annotations: Readonly<Record<string, string>> = {}) =>
  node(name, { labels: { [CONTROL_PLANE]: '' }, spec: { taints }, annotations });
const TAINT = { key: CONTROL_PLANE, effect: 'NoSchedule' };
const K3S = { 'k3s.io/node-args': '["server"]' };

describeCheck(check, [
  {
    given: "kubeadm's taint, and another that keeps pods away",
    objects: [
      serverVersion(),
      server('a', [TAINT]),
      server('b', [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NoExecute' }]),
      node('c'),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'control-plane' }, message: /control-plane:NoSchedule/ }],
  },
  {
    given: 'no taint',
    objects: [serverVersion(), server('a'), node('c')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'NodeGroup', name: 'control-plane' }, message: /keeps ordinary/ }],
  },
  {
    given: 'taints that only prefer, or that go by themselves',
    objects: [
      serverVersion(),
      server('a', [
        { key: CONTROL_PLANE, effect: 'PreferNoSchedule' },
        { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
        { key: 'node.cloudprovider.kubernetes.io/uninitialized', value: 'true', effect: 'NoSchedule' },
        { key: 'node.cilium.io/agent-not-ready', effect: 'NoExecute' },
      ]),
      node('c'),
    ],
    expect: 'fail',
  },
  {
    given: 'servers of k3s, which sets no taint by itself',
    objects: [serverVersion('v1.37.2+k3s1'), server('a', [], K3S), node('c', { annotations: K3S })],
    expect: 'review',
    findings: [{ verdict: 'review', message: /k3s sets none by itself/ }],
  },
  {
    given: 'one node alone',
    objects: [serverVersion(), server('a')],
    expect: 'not-applicable',
  },
  {
    given: 'several nodes, all of the control plane',
    objects: [serverVersion(), server('a'), server('b')],
    expect: 'review',
    findings: [{ verdict: 'review', message: /all nodes are of the control plane/ }],
  },
  {
    given: 'the older label',
    objects: [serverVersion(), node('a', { labels: { 'node-role.kubernetes.io/master': '' } }), node('c')],
    expect: 'fail',
  },
  { given: 'no node of the control plane', objects: [serverVersion(), node('c')], expect: 'unknown' },
  {
    given: "a provider's control plane",
    objects: [serverVersion('v1.33.5-eks-3025e55'), node('c')],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [serverVersion()], expect: 'not-applicable' },
]);
