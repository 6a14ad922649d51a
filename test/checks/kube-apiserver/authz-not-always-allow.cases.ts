import check from '../../../checks/kube-apiserver/authz-not-always-allow.ts';
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
    objects: withFile('kube-apiserver', {
      flag: 'authorization-config',
      text: authorizationConfig('RBAC', 'AlwaysAllow'),
    }),
    expect: 'fail',
  },
  { given: 'Node and RBAC', objects: apiServer(['--authorization-mode=Node,RBAC']), expect: 'pass' },
  {
    given: 'AlwaysAllow behind others',
    objects: apiServer(['--authorization-mode=Node,RBAC,AlwaysAllow']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^AlwaysAllow is an authorizer/ }],
  },
  {
    given: 'AlwaysAllow in the first of two uses of the flag, which add up',
    objects: apiServer(['--authorization-mode=AlwaysAllow', '--authorization-mode=RBAC']),
    expect: 'fail',
  },
  {
    given: 'no mode at all, so that AlwaysAllow applies',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^no authorization mode is given/ }],
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
  ...decisionCases('AlwaysAllow', 'fail'),
  ...flagCases({ flag: 'authorization-mode', passing: 'Node,RBAC', failing: 'AlwaysAllow', type: 'list' }),
]);
