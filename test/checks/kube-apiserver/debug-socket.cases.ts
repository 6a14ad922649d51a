import check from '../../../checks/kube-apiserver/debug-socket.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const socket = '--debug-socket-path=/var/run/kube-apiserver.sock';

describeCheck(check, [
  { given: 'none', objects: apiServer([]), expect: 'pass' },
  {
    given: 'one',
    objects: apiServer([socket]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /\/var\/run\/kube-apiserver\.sock/ }],
  },
  { given: 'none in the first minor that can have one', objects: apiServer([], '1.27.0'), expect: 'pass' },
  {
    given: 'a minor that cannot have one',
    objects: apiServer([], '1.26.15'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /before 1\.27/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'debug-socket-path', passing: '', failing: '/tmp/debug.sock' }),
]);
