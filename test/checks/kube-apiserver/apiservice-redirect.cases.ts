import check from '../../../checks/kube-apiserver/apiservice-redirect.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'the default', objects: apiServer([]), expect: 'pass' },
  {
    given: 'redirects let through',
    objects: apiServer(['--aggregator-reject-forwarding-redirect=false']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /reach clients/ }],
  },
  { given: 'a version without a default that is known', objects: apiServer([], '1.24.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'aggregator-reject-forwarding-redirect',
    passing: 'true',
    failing: 'false',
    type: 'boolean',
  }),
]);
