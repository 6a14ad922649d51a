import check from '../../../checks/kube-apiserver/client-cert-expiry-metrics.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';

/** Buckets, of which each holds those before it; the numbers as a server writes them. */
const buckets = (day: number, week: number, month: number) =>
  [
    ['0', 0],
    ['86400', day],
    ['604800', week],
    ['2.592e+06', month],
    ['+Inf', 99],
  ].map(([le, value]) => `apiserver_client_certificate_expiration_seconds_bucket{le="${le}"} ${value}`);

describeCheck(check, [
  ...metricsCases({ passing: buckets(0, 0, 24), failing: buckets(0, 7, 7), byAbsence: true }),
  {
    given: 'certificates that hold for a day, counted once',
    objects: counting(buckets(5, 7, 20)),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^7 requests/ }],
  },
]);
