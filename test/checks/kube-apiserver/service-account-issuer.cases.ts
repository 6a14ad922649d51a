import check from '../../../checks/kube-apiserver/service-account-issuer.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const issuer = (value: string) => `--service-account-issuer=${value}`;

describeCheck(check, [
  {
    given: 'what kubeadm gives',
    objects: apiServer([issuer('https://kubernetes.default.svc.cluster.local')]),
    expect: 'pass',
  },
  {
    given: 'the name of old clusters',
    objects: apiServer([issuer('kubernetes/serviceaccount')]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /kubernetes\/serviceaccount/ }],
  },
  { given: 'an address in clear text', objects: apiServer([issuer('http://kubernetes.default.svc')]), expect: 'fail' },
  {
    given: 'the old name behind the new one, while they are exchanged',
    objects: apiServer([issuer('https://example.org'), issuer('kubernetes/serviceaccount')]),
    expect: 'pass',
  },
  {
    given: 'the old name before the new one',
    objects: apiServer([issuer('kubernetes/serviceaccount'), issuer('https://example.org')]),
    expect: 'fail',
  },
  { given: 'none', objects: apiServer([]), expect: 'fail' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'service-account-issuer',
    passing: 'https://example.org',
    failing: 'kubernetes/serviceaccount',
    type: 'list',
  }),
]);
