import check from '../../../checks/rbac/wildcard-verbs.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { wildcardCases } from '../../support/grants.ts';
import { rule } from '../../support/objects.ts';

describeCheck(check, [
  ...wildcardCases({ hit: rule(['*'], ['secrets', 'pods']), elsewhere: rule(['get', 'list', 'watch'], ['*']) }),
]);
