import check from '../../../checks/rbac/wildcard-resources.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { wildcardCases } from '../../support/grants.ts';
import { clusterRole, clusterRoleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...wildcardCases({ hit: rule(['get', 'list'], ['*'], ['', 'apps']), elsewhere: rule(['*'], ['pods']) }),
  {
    given: 'verbs that exist for few resources, alone and beside one that all have',
    objects: [
      clusterRole('few', [rule(['approve', 'bind'], ['*'], ['certificates.k8s.io'])]),
      clusterRoleBinding('few', 'few', [user('jane')]),
      clusterRole('most', [rule(['approve', 'list'], ['*'], ['certificates.k8s.io'])]),
      clusterRoleBinding('most', 'most', [user('jane')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'ClusterRole', name: 'most' } }],
  },
]);
