import check from '../../../checks/rbac/pods-exec.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, rule, serverVersion, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['create'], ['pods/exec'], ['']),
    own: { role: 'system:controller:namespace-controller', subject: account('namespace-controller', 'kube-system') },
  }),
  {
    given: 'get alone on a server of 1.34, which a WebSocket request is enough for',
    objects: [
      serverVersion('v1.34.4'),
      clusterRole('viewer', [rule(['get'], ['pods/exec'])]),
      clusterRoleBinding('viewer', 'viewer', [user('jane')]),
    ],
    expect: 'fail',
  },
  {
    given: 'get alone on a server of 1.35, which asks for create',
    objects: [
      serverVersion('v1.35.1'),
      clusterRole('viewer', [rule(['get'], ['*/attach', 'pods/exec'])]),
      clusterRoleBinding('viewer', 'viewer', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'get alone on a server whose version is no version',
    objects: [
      serverVersion('devel'),
      clusterRole('viewer', [rule(['get'], ['*/exec'])]),
      clusterRoleBinding('viewer', 'viewer', [user('jane')]),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'User', name: 'jane' }, message: /version of the API server/ }],
  },
  {
    given: 'a right to read pods, and pods/* which means nothing to RBAC',
    objects: [
      clusterRole('near', [rule(['get'], ['pods', 'pods/*'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
]);
