import check from '../../../checks/kube-apiserver/authz-abac.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

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
    given: 'authorizers named in a file, and a policy',
    objects: apiServer(['--authorization-config=/etc/kubernetes/authorization.yaml', policy]),
    expect: 'fail',
  },
  {
    given: 'authorizers named in a file and no policy, without which there is no ABAC',
    objects: apiServer(['--authorization-config=/etc/kubernetes/authorization.yaml']),
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'authorization-policy-file', passing: '', failing: '/etc/kubernetes/abac.jsonl' }),
]);
