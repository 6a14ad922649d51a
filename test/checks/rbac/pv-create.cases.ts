import check from '../../../checks/rbac/pv-create.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['create'], ['persistentvolumes'], ['']),
    clusterOnly: true,
    own: {
      role: 'system:controller:persistent-volume-binder',
      subject: account('persistent-volume-binder', 'kube-system'),
    },
  }),
  {
    given: 'a right to create claims',
    objects: [
      clusterRole('near', [rule(['create'], ['persistentvolumeclaims'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['create'], ['persistentvolumes'], [''], { resourceNames: ['disk'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'a named object that server-side apply may create',
    objects: [
      clusterRole('named', [rule(['create', 'patch'], ['persistentvolumes'], [''], { resourceNames: ['one'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
]);
