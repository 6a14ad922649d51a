import check from '../../../checks/kube-apiserver/insecure-port.ts';
import { apiServer, bygoneCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  ...bygoneCases({
    flag: 'insecure-port',
    passing: '0',
    failing: '8080',
    unset: 'fail',
    last: '1.19.16',
    dead: '1.23.17',
  }),
  { given: 'the old name of the flag', objects: apiServer(['--port=8080'], '1.18.20'), expect: 'fail' },
  { given: 'the old name of the flag, and 0', objects: apiServer(['--port=0'], '1.18.20'), expect: 'pass' },
  { given: 'another port than the usual one', objects: apiServer(['--insecure-port=1'], '1.18.20'), expect: 'fail' },
]);
