import check from '../../../checks/kube-apiserver/tls-cert-and-key.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, flagz, serverVersion } from '../../support/objects.ts';

const certificate = '--tls-cert-file=/pki/apiserver.crt';
const key = '--tls-private-key-file=/pki/apiserver.key';

describeCheck(check, [
  { given: 'certificate and key', objects: apiServer([certificate, key]), expect: 'pass' },
  {
    given: 'neither, and the pair that the server made itself at /flagz',
    objects: [
      serverVersion(),
      controlPlanePod('kube-apiserver', { podIP: '192.0.2.11' }),
      flagz({
        'advertise-address': '192.0.2.11',
        'cert-dir': '/var/run/kubernetes',
        'tls-cert-file': '/var/run/kubernetes/apiserver.crt',
        'tls-private-key-file': '/var/run/kubernetes/apiserver.key',
      }),
    ],
    expect: 'fail',
  },
  {
    given: 'neither',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--tls-cert-file and --tls-private-key-file are not set/ }],
  },
  {
    given: 'a certificate without a key',
    objects: apiServer([certificate]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--tls-private-key-file is not set/ }],
  },
  {
    given: 'a key without a certificate',
    objects: apiServer([key]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--tls-cert-file is not set/ }],
  },
  {
    given: 'certificates for some names only',
    objects: apiServer(['--tls-sni-cert-key=/pki/a.crt,/pki/a.key:example.org']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /tls-sni-cert-key/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([certificate], '1.99.0'), expect: 'unknown' },
  { given: 'both on a version beyond the data', objects: apiServer([certificate, key], '1.99.0'), expect: 'pass' },
  ...flagCases({ flag: 'tls-cert-file', passing: '/pki/apiserver.crt', failing: '', beside: [key] }),
  {
    given: 'neither, and certificates for some names that are not known',
    objects: apiServer(['--tls-sni-cert-key=$(NAMED)']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /tls-sni-cert-key/ }],
  },
]);
