import check from '../../../checks/kube-apiserver/apiservice-insecure-tls.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { apiService, CLIENT } from '../../support/webhooks.ts';

const aggregated = (group: string, spec: object) => [
  apiService(`v1.${group}`, { group, version: 'v1', service: CLIENT.service, ...spec }),
];

describeCheck(check, [
  { given: 'a root of its own', objects: aggregated('example.com', { caBundle: CLIENT.caBundle }), expect: 'pass' },
  {
    given: 'the public authorities',
    objects: aggregated('example.com', {}),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /public authorities/ }],
  },
  {
    given: 'no verification',
    objects: aggregated('example.com', { insecureSkipTLSVerify: true }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /Service guard\/guard is not verified/ }],
  },
  {
    given: 'no verification of metrics-server, which is installed so',
    objects: aggregated('metrics.k8s.io', { insecureSkipTLSVerify: true }),
    expect: 'review',
  },
  {
    given: 'only what the API server answers for itself',
    objects: [apiService('v1.apps', { group: 'apps', version: 'v1' })],
    expect: 'not-applicable',
  },
  { given: 'no boolean', objects: aggregated('example.com', { insecureSkipTLSVerify: 'no' }), expect: 'unknown' },
]);
