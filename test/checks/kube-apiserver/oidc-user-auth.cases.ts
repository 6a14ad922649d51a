import check from '../../../checks/kube-apiserver/oidc-user-auth.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authenticationConfig, withFile } from '../../support/host-files.ts';

describeCheck(check, [
  {
    given: 'nothing but certificates and tokens',
    objects: apiServer(['--client-ca-file=/etc/kubernetes/pki/ca.crt']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /neither OIDC nor/ }],
  },
  {
    given: 'an authentication webhook',
    objects: apiServer(['--authentication-token-webhook-config-file=/etc/kubernetes/webhook.yaml']),
    expect: 'pass',
  },
  {
    given: 'a file that may name issuers, which took the place of the flags',
    objects: apiServer(['--authentication-config=/etc/kubernetes/authentication.yaml']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /authentication\.yaml/ }],
  },
  {
    given: 'a file that names an issuer',
    objects: withFile('kube-apiserver', {
      flag: 'authentication-config',
      text: authenticationConfig({ jwt: [{ issuer: { url: 'https://login.example.org' } }] }),
    }),
    expect: 'pass',
  },
  {
    given: 'a file that names none',
    objects: withFile('kube-apiserver', {
      flag: 'authentication-config',
      text: authenticationConfig({ anonymous: { enabled: false } }),
    }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /names no issuer/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'oidc-issuer-url', passing: 'https://login.example.org', failing: '' }),
]);
