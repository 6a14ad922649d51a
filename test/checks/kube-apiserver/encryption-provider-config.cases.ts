import check from '../../../checks/kube-apiserver/encryption-provider-config.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { serverVersion } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'a file',
    objects: apiServer(['--encryption-provider-config=/etc/kubernetes/encryption.yaml']),
    expect: 'pass',
  },
  {
    given: 'no flag',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /not encrypted/ }],
  },
  { given: 'an empty value', objects: apiServer(['--encryption-provider-config=']), expect: 'fail' },
  {
    given: 'a managed plane, whose flags nobody sees',
    objects: [serverVersion('v1.37.1-eks-1a2b3c4')],
    expect: 'not-applicable',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  {
    given: 'a flag whose name begins alike',
    objects: apiServer(['--encryption-provider-config-automatic-reload=true']),
    expect: 'fail',
  },
  ...flagCases({ flag: 'encryption-provider-config', passing: '/etc/kubernetes/encryption.yaml', failing: '' }),
]);
