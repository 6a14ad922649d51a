import check from '../../../checks/kubelet/protect-kernel-defaults.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'protectKernelDefaults',
    passing: true,
    failing: false,
    omitted: 'fail',
    linuxOnly: true,
  }),
]);
