import check from '../../../checks/rbac/all-serviceaccounts-bindings.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { UNREADABLE_BINDING } from '../../support/grants.ts';
import {
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
} from '../../support/objects.ts';

const PODS = group('system:serviceaccounts');

describeCheck(check, [
  {
    given: 'the defaults',
    objects: [
      clusterRole(
        'system:service-account-issuer-discovery',
        [{ verbs: ['get'], nonResourceURLs: ['/.well-known/openid-configuration/', '/openid/v1/jwks/'] }],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('one', 'system:service-account-issuer-discovery', [PODS]),
      clusterRole(
        'system:cluster-trust-bundle-discovery',
        [rule(['get', 'list', 'watch'], ['clustertrustbundles'], ['certificates.k8s.io'])],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('two', 'system:cluster-trust-bundle-discovery', [PODS]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Group', name: 'system:serviceaccounts' } }],
  },
  {
    given: 'a right for every ServiceAccount in one namespace',
    objects: [role('pull', 'images', [rule(['get'], ['secrets'])]), roleBinding('pull', 'images', 'pull', [PODS])],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:serviceaccounts' } }],
  },
  {
    given: 'a right in its namespace for the ServiceAccounts of one namespace',
    objects: [
      role('read', 'shop', [rule(['get'], ['configmaps'])]),
      roleBinding('read', 'shop', 'read', [group('system:serviceaccounts:shop')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { kind: 'Group', name: 'system:serviceaccounts:shop' } }],
  },
  {
    given: 'a right in the whole cluster for the ServiceAccounts of one namespace',
    objects: [
      clusterRole('read', [rule(['get'], ['configmaps'])]),
      clusterRoleBinding('read', 'read', [group('system:serviceaccounts:shop')]),
      role('local', 'shop', [rule(['get'], ['pods'])]),
      roleBinding('local', 'shop', 'local', [group('system:serviceaccounts:shop')]),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'system:serviceaccounts:shop' }, message: /in the whole cluster/ }],
  },
  {
    given: 'a group whose name only looks alike',
    objects: [
      clusterRole('read', [rule(['get'], ['pods'])]),
      clusterRoleBinding('read', 'read', [group('system:serviceaccount-admins')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  UNREADABLE_BINDING,
  {
    given: 'discovery and reviews of themselves, which every login has anyway',
    objects: [
      clusterRole('look', [{ verbs: ['get'], nonResourceURLs: ['/api', '/apis/*'] }]),
      clusterRoleBinding('look', 'look', [PODS]),
      clusterRole('ask', [rule(['create'], ['selfsubjectaccessreviews'], ['authorization.k8s.io'])]),
      clusterRoleBinding('ask', 'ask', [PODS]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Group', name: 'system:serviceaccounts' } }],
  },
]);
