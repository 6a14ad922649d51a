import check from '../../../checks/kube-apiserver/authn-webhook-cache.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const webhook = '--authentication-token-webhook-config-file=/etc/kubernetes/webhook.yaml';
const ttl = (value: string) => `--authentication-token-webhook-cache-ttl=${value}`;

describeCheck(check, [
  { given: 'a webhook, and nothing said of the cache', objects: apiServer([webhook]), expect: 'pass' },
  {
    given: 'a webhook that is remembered for an hour',
    objects: apiServer([webhook, ttl('1h')]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /1h/ }],
  },
  { given: 'a little more than two minutes', objects: apiServer([webhook, ttl('2m1s')]), expect: 'fail' },
  {
    given: 'no webhook',
    objects: apiServer([ttl('1h')]),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no webhook/ }],
  },
  { given: 'a value that is no duration', objects: apiServer([webhook, ttl('120')]), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([webhook], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'authentication-token-webhook-cache-ttl',
    passing: '30s',
    failing: '10m',
    beside: [webhook],
  }),
]);
