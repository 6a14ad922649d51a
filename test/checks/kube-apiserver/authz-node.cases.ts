import check from '../../../checks/kube-apiserver/authz-node.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authorizationConfig, withFile } from '../../support/host-files.ts';
import { decisionCases } from '../../support/metrics.ts';

describeCheck(check, [
  {
    given: 'a good authorization configuration, collected from the host',
    objects: withFile('kube-apiserver', { flag: 'authorization-config', text: authorizationConfig('Node', 'RBAC') }),
    expect: 'pass',
  },
  {
    given: 'a bad one',
    objects: withFile('kube-apiserver', { flag: 'authorization-config', text: authorizationConfig('RBAC') }),
    expect: 'fail',
  },
  { given: 'Node and RBAC', objects: apiServer(['--authorization-mode=Node,RBAC']), expect: 'pass' },
  {
    given: 'RBAC alone',
    objects: apiServer(['--authorization-mode=RBAC']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /RBAC: Node is not/ }],
  },
  {
    given: 'a mode whose name begins alike',
    objects: apiServer(['--authorization-mode=NodeLike,RBAC']),
    expect: 'fail',
  },
  {
    given: 'Node in a second use of the flag',
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
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...decisionCases('Node', 'pass'),
  ...flagCases({ flag: 'authorization-mode', passing: 'Node,RBAC', failing: 'AlwaysAllow', type: 'list' }),
]);
