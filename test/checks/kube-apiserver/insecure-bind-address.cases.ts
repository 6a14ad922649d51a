import check from '../../../checks/kube-apiserver/insecure-bind-address.ts';
import { apiServer, bygoneCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  ...bygoneCases({
    flag: 'insecure-bind-address',
    passing: '127.0.0.1',
    failing: '0.0.0.0',
    unset: 'pass',
    last: '1.19.16',
    dead: '1.23.17',
  }),
  { given: 'all addresses of IPv6', objects: apiServer(['--insecure-bind-address=::'], '1.19.16'), expect: 'fail' },
  { given: 'the old name of the flag', objects: apiServer(['--address=0.0.0.0'], '1.19.16'), expect: 'fail' },
  { given: 'the loopback address of IPv6', objects: apiServer(['--address=::1'], '1.19.16'), expect: 'pass' },
]);
