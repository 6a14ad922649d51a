import check from '../../../checks/kubelet/anonymous-auth.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'authentication.anonymous.enabled',
    passing: false,
    failing: true,
    omitted: 'unknown',
  }),
]);
