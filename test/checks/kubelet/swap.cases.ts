import check from '../../../checks/kubelet/swap.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';
import { kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

const swap = (swapBehavior: unknown, failCgroupV1: unknown = true) => ({
  failSwapOn: false,
  failCgroupV1,
  memorySwap: { swapBehavior },
});

interface Options {
  readonly version?: string;
  readonly server?: string;
}
/** Nodes with so much swap each, and settings that let no container swap, where the kernel holds to them. */
const nodes = (capacities: readonly number[], { version = '1.37.2', server = version }: Options = {}) => [
  serverVersion(`v${server}`),
  ...capacities.flatMap((capacity, at) => [
    node(`node-${at}`, { kubelet: `v${version}`, nodeInfo: capacity === 0 ? {} : { swap: { capacity } } }),
    kubeletConfigz(`node-${at}`, swap('NoSwap', false)),
  ]),
];

describeCheck(check, [
  ...configCases({
    passing: { failSwapOn: true, memorySwap: {} },
    failing: swap('LimitedSwap'),
    odd: swap('SomeSwap'),
    omitted: 'unknown',
    linuxOnly: true,
  }),
  { given: 'swap that containers may not use', objects: kubelet(swap('NoSwap')), expect: 'pass' },
  {
    given: 'the default from 1.30 on',
    objects: kubelet({ failSwapOn: false, failCgroupV1: true, memorySwap: {} }, '1.34.4'),
    expect: 'pass',
  },
  {
    given: 'the default before, which was another',
    objects: kubelet({ failSwapOn: false, memorySwap: {} }, '1.29.4'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /empty swapBehavior means depends on the version/ }],
  },
  {
    given: 'the default before swap was stable',
    objects: kubelet({ failSwapOn: false, failCgroupV1: true, memorySwap: {} }, '1.31.0'),
    expect: 'pass',
  },
  { given: 'unlimited swap, as it was up to 1.29', objects: kubelet(swap('UnlimitedSwap'), '1.29.4'), expect: 'fail' },
  { given: 'a node that may have cgroup v1, and has swap', objects: nodes([2 ** 32]), expect: 'unknown' },
  {
    given: 'nodes without swap',
    objects: nodes([0, 0], { version: '1.34.4' }),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^the nodes had no swap when their kubelets started$/ }],
  },
  { given: 'nodes of which one has swap', objects: nodes([0, 2 ** 32]), expect: 'unknown' },
  { given: 'a kubelet that may not tell of swap', objects: nodes([0], { version: '1.33.9' }), expect: 'unknown' },
  {
    given: 'an API server that forgets what it is told of swap',
    objects: nodes([0], { version: '1.34.4', server: '1.32.9' }),
    expect: 'unknown',
  },
  {
    given: 'a kubelet that does not know of cgroup versions',
    objects: kubelet({ failSwapOn: false, memorySwap: {} }, '1.30.4'),
    expect: 'unknown',
  },
  { given: 'no version', objects: kubelet({ failSwapOn: false, memorySwap: {} }, 'odd'), expect: 'unknown' },
]);
