import check from '../../../checks/kube-apiserver/admission-event-rate-limit.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const configured = '--admission-control-config-file=/etc/kubernetes/admission.yaml';

describeCheck(check, [
  {
    given: 'the plugin and a configuration',
    objects: apiServer([configured, '--enable-admission-plugins=EventRateLimit']),
    expect: 'pass',
  },
  {
    given: 'neither',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /EventRateLimit is off/ }],
  },
  {
    given: 'the plugin without a configuration',
    objects: apiServer(['--enable-admission-plugins=EventRateLimit']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no file is given/ }],
  },
  { given: 'a configuration without the plugin', objects: apiServer([configured]), expect: 'fail' },
  { given: 'a version beyond the data', objects: apiServer([configured], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'enable-admission-plugins',
    passing: 'EventRateLimit',
    failing: 'NodeRestriction',
    beside: [configured],
    type: 'list',
  }),
]);
