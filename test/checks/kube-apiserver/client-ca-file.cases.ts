import check from '../../../checks/kube-apiserver/client-ca-file.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { serverVersion } from '../../support/objects.ts';

describeCheck(check, [
  { given: 'a file', objects: apiServer(['--client-ca-file=/pki/ca.crt']), expect: 'pass' },
  {
    given: 'no flag',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no CA is given/ }],
  },
  { given: 'an empty value', objects: apiServer(['--client-ca-file=']), expect: 'fail' },
  {
    given: 'a managed plane, whose flags nobody sees',
    objects: [serverVersion('v1.37.1-eks-1a2b3c4')],
    expect: 'not-applicable',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'client-ca-file', passing: '/pki/ca.crt', failing: '' }),
]);
