import check from '../../../checks/rbac/unauthenticated-bindings.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { idleCases, UNREADABLE_BINDING } from '../../support/grants.ts';
import {
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

const EVERYBODY = group('system:unauthenticated');
const INFO = { verbs: ['get'], nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version', '/version/'] };

describeCheck(check, [
  ...idleCases(EVERYBODY),
  {
    given: 'health and version, as by default',
    objects: [
      clusterRole('system:public-info-viewer', [INFO], BOOTSTRAPPED),
      clusterRoleBinding('system:public-info-viewer', 'system:public-info-viewer', [EVERYBODY], BOOTSTRAPPED),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Group', name: 'system:unauthenticated' } }],
  },
  {
    given: 'that role widened by /metrics',
    objects: [
      clusterRole(
        'system:public-info-viewer',
        [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/metrics'] }],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('system:public-info-viewer', 'system:public-info-viewer', [EVERYBODY], BOOTSTRAPPED),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:unauthenticated' } }],
  },
  {
    given: 'discovery, as clusters from before 1.14 still have it',
    objects: [
      clusterRole('system:public-info-viewer', [INFO], BOOTSTRAPPED),
      clusterRoleBinding('system:public-info-viewer', 'system:public-info-viewer', [EVERYBODY], BOOTSTRAPPED),
      clusterRole(
        'system:discovery',
        [{ verbs: ['get'], nonResourceURLs: ['/api', '/api/*', '/version'] }],
        BOOTSTRAPPED,
      ),
      clusterRoleBinding('system:discovery', 'system:discovery', [EVERYBODY], BOOTSTRAPPED),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', message: /ClusterRoleBinding system:discovery/ }],
  },
  {
    given: 'a right to read pods in one namespace',
    objects: [role('open', 'shop', [rule(['list'], ['pods'])]), roleBinding('open', 'shop', 'open', [EVERYBODY])],
    expect: 'fail',
  },
  {
    given: 'the default beside a binding that cannot be read, which may hold more',
    objects: [
      clusterRole('system:public-info-viewer', [INFO], BOOTSTRAPPED),
      clusterRoleBinding('system:public-info-viewer', 'system:public-info-viewer', [EVERYBODY], BOOTSTRAPPED),
      { ...roleBinding('odd', 'shop', 'view', []), subjects: 'everybody' },
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'Group', name: 'system:unauthenticated' } }],
  },
  {
    given: 'no binding at all',
    objects: [],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  UNREADABLE_BINDING,
  {
    given: 'another group, and a user of that name',
    objects: [
      clusterRole('view', [rule(['get'], ['pods'])]),
      clusterRoleBinding('view', 'view', [group('developers'), user('system:unauthenticated')]),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'discovery beside a right to read pods, of which only the latter is told',
    objects: [
      clusterRole('look', [{ verbs: ['get'], nonResourceURLs: ['/api', '/api/*'] }]),
      clusterRoleBinding('look', 'look', [EVERYBODY]),
      role('open', 'shop', [rule(['list'], ['pods'])]),
      roleBinding('open', 'shop', 'open', [EVERYBODY]),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        message: /beyond the defaults in namespace shop, by RoleBinding shop\/open \(Role shop\/open\)$/,
      },
    ],
  },
]);
