import check from '../../../checks/kubelet/swap.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';

const swap = (swapBehavior: unknown, failCgroupV1: unknown = true) => ({
  failSwapOn: false,
  failCgroupV1,
  memorySwap: { swapBehavior },
});

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
  { given: 'a node that may have cgroup v1', objects: kubelet(swap('NoSwap', false)), expect: 'unknown' },
  {
    given: 'a kubelet that does not know of cgroup versions',
    objects: kubelet({ failSwapOn: false, memorySwap: {} }, '1.30.4'),
    expect: 'unknown',
  },
  { given: 'no version', objects: kubelet({ failSwapOn: false, memorySwap: {} }, 'odd'), expect: 'unknown' },
]);
