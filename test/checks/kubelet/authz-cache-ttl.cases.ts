import check from '../../../checks/kubelet/authz-cache-ttl.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';

const caches = (tokens: unknown, rights: unknown) => ({
  authentication: { webhook: { cacheTTL: tokens } },
  authorization: { webhook: { cacheAuthorizedTTL: rights } },
});

describeCheck(check, [
  // Go writes two and five minutes so.
  ...configCases({
    passing: caches('2m0s', '5m0s'),
    failing: caches('1h0m0s', '1h0m0s'),
    odd: caches('soon', '5m0s'),
    omitted: 'unknown',
  }),
  {
    given: 'five minutes and a second for rights, in seconds',
    objects: kubelet(caches('120s', '301s')),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^remembers rights for 301s$/ }],
  },
  {
    given: 'more than two minutes for tokens, in other units',
    objects: kubelet(caches('2.5m', '300000ms')),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^remembers tokens for 2.5m$/ }],
  },
  { given: 'nothing is remembered', objects: kubelet(caches('0s', '0s')), expect: 'pass' },
  { given: 'a number', objects: kubelet(caches('1m0s', 300)), expect: 'unknown' },
]);
