import check from '../../../checks/kubelet/authorization-mode.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'authorization.mode',
    passing: 'Webhook',
    failing: 'AlwaysAllow',
    omitted: 'unknown',
  }),
  { given: 'a mode that is none', objects: kubelet({ authorization: { mode: 'Sometimes' } }), expect: 'unknown' },
]);
