import check from '../../../checks/kube-apiserver/cors-origins.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const origins = (value: string) => apiServer([`--cors-allowed-origins=${value}`]);
const broken = (given: string, value: string) => ({ given, objects: origins(value), expect: 'fail' as const });

describeCheck(check, [
  { given: 'nothing said, so there are none', objects: apiServer([]), expect: 'pass' },
  { given: 'one origin in full', objects: origins('^https://console\\.example\\.com$'), expect: 'pass' },
  { given: 'dots in brackets', objects: origins('^https://console[.]example[.]com$'), expect: 'pass' },
  {
    given: 'a host on its default port and others',
    objects: origins('//console\\.example\\.com(:|$)'),
    expect: 'pass',
  },
  { given: 'a host on any port', objects: origins('^https://console\\.example\\.com(:[0-9]+)?$'), expect: 'pass' },
  broken('a name that is bound nowhere, and matches within others', 'console.example.com'),
  {
    ...broken('an end that is open, so that more may follow', '^https://console\\.example\\.com'),
    findings: [{ verdict: 'fail', message: /\^https/ }],
  },
  broken('a start that is open', 'console\\.example\\.com$'),
  broken(
    'a dot that stands for any character, so that console-example.com is another one',
    '^https://console.example\\.com$',
  ),
  broken('everything', '.*'),
  broken('everything between bounds', '^.*$'),
  broken('every subdomain', '^https://.*\\.example\\.com$'),
  broken('a bound that only one of two alternatives has', '^https://a\\.example$|b\\.example$'),
  broken('a good one and a bad one', '^https://a\\.example$,evil'),
  {
    given: 'a value in quotes, which is read in a way of its own',
    objects: origins('"^https://a$"'),
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'cors-allowed-origins', passing: '//a:8443', failing: 'a', type: 'list' }),
]);
