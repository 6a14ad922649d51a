import check from '../../../checks/kube-apiserver/nodeport-range.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const range = (value: string) => apiServer([`--service-node-port-range=${value}`]);

describeCheck(check, [
  { given: 'nothing said, so it begins at 30000', objects: apiServer([]), expect: 'pass' },
  { given: 'an empty value', objects: range(''), expect: 'pass' },
  { given: 'the first port that is free', objects: range('1024-65535'), expect: 'pass' },
  { given: 'one below', objects: range('1023-65535'), expect: 'fail' },
  {
    given: 'all ports, as some installations set it',
    objects: range('1-65535'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /1-65535/ }],
  },
  { given: 'a first port and how many more', objects: range('80+30000'), expect: 'fail' },
  { given: 'one port', objects: range('8080'), expect: 'pass' },
  { given: 'a value that is no range', objects: range('high'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'service-node-port-range', passing: '30000-32767', failing: '80-32767' }),
]);
