import check from '../../../checks/kube-apiserver/kubelet-https.ts';
import { bygoneCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  ...bygoneCases({
    flag: 'kubelet-https',
    passing: 'true',
    failing: 'false',
    unset: 'pass',
    last: '1.18.20',
    dead: '1.21.14',
  }),
]);
