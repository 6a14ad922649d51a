import check from '../../../checks/kube-apiserver/authz-abac.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authorizationConfig, withFile } from '../../support/host-files.ts';

const policy = '--authorization-policy-file=/etc/kubernetes/abac.jsonl';

describeCheck(check, [
  { given: 'roles only', objects: apiServer(['--authorization-mode=Node,RBAC']), expect: 'pass' },
  {
    given: 'ABAC beside RBAC, whose bindings show none of its grants',
    objects: apiServer(['--authorization-mode=Node,RBAC,ABAC', policy]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /\/etc\/kubernetes\/abac\.jsonl/ }],
  },
  {
    given: 'the mode alone',
    objects: apiServer(['--authorization-mode=ABAC']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /ABAC is an authorizer/ }],
  },
  {
    given: 'a policy, and authorizers named in a file that is not seen',
    objects: apiServer(['--authorization-config=/etc/kubernetes/authorization.yaml', policy]),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /authorization\.yaml/ }],
  },
  {
    given: 'a policy, and ABAC named in a file',
    objects: withFile('kube-apiserver', {
      flag: 'authorization-config',
      text: authorizationConfig('Node', 'RBAC', 'ABAC'),
      flags: [policy],
    }),
    expect: 'fail',
  },
  {
    given: 'a policy that no authorizer of the file reads',
    objects: withFile('kube-apiserver', {
      flag: 'authorization-config',
      text: authorizationConfig('Node', 'RBAC'),
      flags: [policy],
    }),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /no authorizer reads it/ }],
  },
  {
    given: 'authorizers named in a file and no policy, without which there is no ABAC',
    objects: apiServer(['--authorization-config=/etc/kubernetes/authorization.yaml']),
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'authorization-policy-file', passing: '', failing: '/etc/kubernetes/abac.jsonl' }),
]);
