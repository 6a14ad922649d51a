import check from '../../../checks/kubelet/cgroup-v1.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({ field: 'failCgroupV1', passing: true, failing: false, omitted: 'unknown', linuxOnly: true }),
  { given: 'the default of 1.34', objects: kubelet({ failCgroupV1: false }, '1.34.4'), expect: 'unknown' },
  {
    given: 'the refusal before it was the default',
    objects: kubelet({ failCgroupV1: true }, '1.31.0'),
    expect: 'pass',
  },
  // The field came with 1.31: its absence does not say cgroup v1.
  {
    given: 'a kubelet that does not have the field',
    objects: kubelet({ address: '0.0.0.0' }, '1.30.4'),
    expect: 'unknown',
  },
  { given: 'no version', objects: kubelet({ failCgroupV1: false }, 'odd'), expect: 'unknown' },
]);
