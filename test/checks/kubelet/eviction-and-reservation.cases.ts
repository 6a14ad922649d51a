import check from '../../../checks/kubelet/eviction-and-reservation.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';
import { kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

const EVICTION = { evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '10%' } };
const PODS = { enforceNodeAllocatable: ['pods'] };
const RESERVED = { kubeReserved: { cpu: '100m', memory: '512Mi' } };

describeCheck(check, [
  ...configCases({
    passing: { ...RESERVED, ...EVICTION, ...PODS },
    failing: { ...EVICTION, ...PODS },
    odd: { kubeReserved: { memory: { odd: true } }, ...EVICTION, ...PODS },
    omitted: 'fail',
  }),
  {
    given: 'a reservation for the system only',
    objects: kubelet({ systemReserved: { memory: '1Gi' }, ...EVICTION, ...PODS }),
    expect: 'pass',
  },
  {
    given: 'amounts of zero',
    objects: kubelet({ kubeReserved: { cpu: '0', memory: '0Mi' }, ...EVICTION, ...PODS }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^nothing is reserved for the system$/ }],
  },
  {
    given: 'thresholds that are switched off',
    objects: kubelet({ ...RESERVED, ...PODS, evictionHard: { 'memory.available': '0%', 'nodefs.available': '0%' } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^no threshold evicts pods$/ }],
  },
  {
    given: 'a reservation that pods are not held to',
    objects: kubelet({ ...RESERVED, ...EVICTION, enforceNodeAllocatable: ['none'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^pods are not held to what is reserved$/ }],
  },
  {
    given: 'nodes of a cloud image, whose amounts follow their size',
    objects: [
      serverVersion(),
      node('node-1'),
      kubeletConfigz('node-1', { kubeReserved: { memory: '1Gi' }, ...EVICTION, ...PODS }),
      node('node-2'),
      kubeletConfigz('node-2', { kubeReserved: { memory: '2Gi' }, ...EVICTION, ...PODS }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'worker', members: { count: 2, samples: ['node-1', 'node-2'] } } }],
  },
  {
    given: 'a Windows node, which cannot hold pods to it',
    objects: [
      serverVersion(),
      node('node-1', { operatingSystem: 'windows' }),
      kubeletConfigz('node-1', { ...RESERVED, ...EVICTION }),
    ],
    expect: 'pass',
  },
]);
