import check from '../../../checks/rbac/workload-write.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['patch'], ['daemonsets'], ['apps']),
    own: { role: 'system:controller:deployment-controller', subject: account('deployment-controller', 'kube-system') },
  }),
  {
    given: 'a right to scale',
    objects: [
      clusterRole('near', [rule(['patch'], ['deployments/scale'], ['apps'])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['create'], ['jobs'], ['batch'], { resourceNames: ['backup'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'a right to patch one DaemonSet by name',
    objects: [
      clusterRole('named', [rule(['patch'], ['daemonsets'], ['apps'], { resourceNames: ['agent'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'a named DaemonSet that server-side apply may create',
    objects: [
      clusterRole('named', [rule(['create', 'patch'], ['daemonsets'], ['apps'], { resourceNames: ['agent'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'fail',
  },
]);
