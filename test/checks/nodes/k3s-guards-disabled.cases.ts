import check from '../../../checks/nodes/k3s-guards-disabled.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s, rke2 } from '../../support/k3s-nodes.ts';
import { container, node, ownedBy, pod } from '../../support/objects.ts';

const agent = (image: string) =>
  pod('agent-x', {
    namespace: 'kube-system',
    containers: [container('agent', { image })],
    ownerReferences: [ownedBy('apps/v1', 'DaemonSet', 'agent')],
  });
const OFF = ['server', '--disable-network-policy'];
const WITHOUT_FLANNEL = [...OFF, '--flannel-backend', 'none'];

describeCheck(check, [
  { given: 'servers as they come', objects: [k3s('a', ['server']), rke2('b', ['server'])], expect: 'pass' },
  {
    given: 'no enforcement beside flannel, and no other agent',
    objects: [k3s('a', OFF), agent('registry.example/logs:1')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /accepted and not enforced/ }],
  },
  {
    given: 'Cilium instead of flannel, as such flags usually mean',
    objects: [k3s('a', WITHOUT_FLANNEL), agent('quay.io/cilium/cilium:v1.18.0')],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /another agent enforces/ }],
  },
  {
    given: 'Calico beside flannel',
    objects: [k3s('a', OFF), agent('docker.io/calico/node:v3.30.0')],
    expect: 'pass',
  },
  {
    given: 'another plugin that is not known',
    objects: [k3s('a', WITHOUT_FLANNEL), agent('registry.example/cni:1')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /not known whether it enforces/ }],
  },
  {
    given: 'a switch that says false in two words',
    objects: [k3s('a', [...OFF, 'false', '--debug'])],
    expect: 'pass',
  },
  { given: 'a switch that says neither', objects: [k3s('a', [...OFF, 'maybe'])], expect: 'unknown' },
  {
    given: 'no tunnels to the agents',
    objects: [k3s('a', ['server', '--egress-selector-mode', 'disabled'])],
    expect: 'review',
  },
  { given: 'nodes of another distribution', objects: [node('a')], expect: 'not-applicable' },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
