import check from '../../../checks/kube-apiserver/apiservice-available.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { apiService, CLIENT, GUARD } from '../../support/webhooks.ts';

const aggregated = (status: string, lastTransitionTime: string | undefined, ...more: readonly object[]) => [
  apiService(
    'v1.example.com',
    { group: 'example.com', version: 'v1', service: CLIENT.service },
    { conditions: [{ type: 'Available', status, lastTransitionTime, reason: 'MissingEndpoints' }] },
  ),
  ...more,
];
const LONG_AGO = '2026-11-23T00:00:00Z';

describeCheck(check, [
  { given: 'available', objects: aggregated('True', LONG_AGO, GUARD), expect: 'pass' },
  {
    given: 'not available for a day',
    objects: aggregated('False', LONG_AGO, GUARD),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /not available since 2026-11-23T00:00:00Z: MissingEndpoints/ }],
  },
  {
    given: 'not available for a minute, as while a node is drained',
    objects: aggregated('False', '2026-11-23T23:59:00Z', GUARD),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /less than ten minutes/ }],
  },
  { given: 'not available, since when is not said', objects: aggregated('False', undefined, GUARD), expect: 'unknown' },
  {
    given: 'not available, at a time that is not known',
    objects: aggregated('False', LONG_AGO, GUARD),
    now: null,
    expect: 'unknown',
  },
  {
    given: 'a Service that is gone',
    objects: aggregated('True', LONG_AGO),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /Service guard\/guard does not exist/ }],
  },
  {
    given: 'no condition',
    objects: [apiService('v1.example.com', { group: 'example.com', service: CLIENT.service }), GUARD],
    expect: 'unknown',
  },
  { given: 'only its own APIs', objects: [apiService('v1.apps', { group: 'apps' })], expect: 'not-applicable' },
]);
