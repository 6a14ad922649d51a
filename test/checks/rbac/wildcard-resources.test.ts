import check from '../../../checks/rbac/wildcard-resources.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { wildcardCases } from '../../support/grants.ts';
import { rule } from '../../support/objects.ts';

describeCheck(check, [
  ...wildcardCases({ hit: rule(['get', 'list'], ['*'], ['', 'apps']), elsewhere: rule(['*'], ['pods']) }),
]);
