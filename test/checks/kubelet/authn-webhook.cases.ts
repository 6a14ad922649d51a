import check from '../../../checks/kubelet/authn-webhook.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'authentication.webhook.enabled',
    passing: true,
    failing: false,
    omitted: 'unknown',
  }),
]);
