import check from '../../../checks/cloud-controller-manager/discovered.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const NOW = '2026-11-24T00:00:00Z';
const waiting = (creationTimestamp: string) =>
  node('node-1', {
    creationTimestamp,
    spec: { taints: [{ key: 'node.cloudprovider.kubernetes.io/uninitialized', value: 'true', effect: 'NoSchedule' }] },
  });
const LONG = waiting('2026-11-23T22:00:00Z');

describeCheck(check, [
  {
    given: 'a pod of it',
    objects: [serverVersion(), node('node-1'), controlPlanePod('cloud-controller-manager')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Pod', name: 'cloud-controller-manager-node-1' } }],
  },
  {
    given: "a vendor's, by its program",
    objects: [controlPlanePod('ccm', { command: ['/bin/hcloud-cloud-controller-manager'], image: 'hcloud/ccm:v1' })],
    expect: 'pass',
  },
  {
    given: 'k3s, in whose process it runs',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Node', name: 'node-1' } }],
  },
  {
    given: 'a node that waits for hours',
    objects: [serverVersion(), LONG, controlPlanePod('kube-controller-manager')],
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Node' }, message: /waits .* since 2026-11-23T22:00:00Z/ }],
  },
  {
    given: 'a node that came a minute ago',
    objects: [serverVersion(), waiting('2026-11-23T23:59:00Z'), controlPlanePod('kube-controller-manager')],
    now: NOW,
    expect: 'unknown',
  },
  {
    given: 'a node that waits at a time that is not known',
    objects: [serverVersion(), LONG],
    now: null,
    expect: 'unknown',
  },
  {
    given: 'a cluster without a cloud',
    objects: [serverVersion(), node('node-1'), controlPlanePod('kube-controller-manager')],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no node belongs to a cloud/ }],
  },
  {
    given: 'a node of a cloud, and no manager that is visible',
    objects: [
      serverVersion(),
      node('node-1', { spec: { providerID: 'aws:///eu-1/i-1' } }),
      controlPlanePod('kube-controller-manager'),
    ],
    expect: 'unknown',
  },
  { given: 'a provider that runs it', objects: [serverVersion('v1.33.4-eks-3025e55')], expect: 'not-applicable' },
]);
