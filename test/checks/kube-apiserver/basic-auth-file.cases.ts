import check from '../../../checks/kube-apiserver/basic-auth-file.ts';
import { bygoneCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  ...bygoneCases({ flag: 'basic-auth-file', passing: '', failing: '/etc/users.csv', unset: 'pass', last: '1.18.20' }),
]);
