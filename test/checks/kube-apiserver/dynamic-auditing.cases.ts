import check from '../../../checks/kube-apiserver/dynamic-auditing.ts';
import { bygoneCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  ...bygoneCases({
    flag: 'audit-dynamic-configuration',
    passing: 'false',
    failing: 'true',
    unset: 'pass',
    last: '1.18.20',
  }),
]);
