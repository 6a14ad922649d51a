import check from '../../../checks/kube-apiserver/authz-rbac.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authorizationConfig, withFile } from '../../support/host-files.ts';
import { decisionCases } from '../../support/metrics.ts';
import { clusterRole, clusterRoleBinding, group, rule } from '../../support/objects.ts';

describeCheck(check, [
  { given: 'Node and RBAC', objects: apiServer(['--authorization-mode=Node,RBAC']), expect: 'pass' },
  {
    given: 'ABAC instead',
    objects: apiServer(['--authorization-mode=Node,ABAC']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /Node, ABAC: RBAC is not/ }],
  },
  {
    given: 'RBAC in the first of two uses of the flag, which add up',
    objects: apiServer(['--authorization-mode=RBAC', '--authorization-mode=Node']),
    expect: 'pass',
  },
  {
    given: 'no mode at all, so that AlwaysAllow applies',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /AlwaysAllow/ }],
  },
  {
    given: 'no mode on a version whose default says AlwaysAllow',
    objects: apiServer([], '1.28.3'),
    expect: 'fail',
  },
  {
    given: 'an authorization configuration, which decides',
    objects: apiServer(['--authorization-config=/etc/kubernetes/authorization.yaml']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /authorization\.yaml/ }],
  },
  {
    given: 'an authorization configuration with RBAC, collected from the host',
    objects: withFile('kube-apiserver', { flag: 'authorization-config', text: authorizationConfig('Node', 'RBAC') }),
    expect: 'pass',
  },
  {
    given: 'one without it',
    objects: withFile('kube-apiserver', { flag: 'authorization-config', text: authorizationConfig('Node') }),
    expect: 'fail',
  },
  {
    given: 'roles and bindings that are served and nobody reads',
    objects: [
      ...apiServer(['--authorization-mode=Node,Webhook']),
      clusterRole('reader', [rule(['get'], ['pods'])]),
      clusterRoleBinding('reader', 'reader', [group('readers')]),
    ],
    expect: 'fail',
  },
  {
    given: 'RBAC among authorizers of a vendor',
    objects: apiServer(['--authorization-mode=Scope,SystemMasters,RBAC,Node']),
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...decisionCases('RBAC', 'pass'),
  ...flagCases({ flag: 'authorization-mode', passing: 'Node,RBAC', failing: 'AlwaysAllow', type: 'list' }),
]);
