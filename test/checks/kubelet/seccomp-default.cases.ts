import check from '../../../checks/kubelet/seccomp-default.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'seccompDefault',
    passing: true,
    failing: false,
    omitted: 'unknown',
    linuxOnly: true,
  }),
]);
