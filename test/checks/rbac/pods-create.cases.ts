import check from '../../../checks/rbac/pods-create.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['create'], ['pods'], ['']),
    own: { role: 'system:controller:daemon-set-controller', subject: account('daemon-set-controller', 'kube-system') },
  }),
  {
    given: 'a right to read pods',
    objects: [
      clusterRole('near', [rule(['get', 'list'], ['pods'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['create'], ['pods'], [''], { resourceNames: ['web'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'a named object that server-side apply may create',
    objects: [
      clusterRole('named', [rule(['create', 'patch'], ['pods'], [''], { resourceNames: ['one'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
]);
