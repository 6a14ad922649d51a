import check from '../../../checks/kube-apiserver/service-account-key-file.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const tls = '--tls-private-key-file=/etc/kubernetes/pki/apiserver.key';
const own = '--service-account-key-file=/etc/kubernetes/pki/sa.pub';

describeCheck(check, [
  { given: 'a key of its own', objects: apiServer([own, tls]), expect: 'pass' },
  {
    given: 'the TLS key',
    objects: apiServer(['--service-account-key-file=/etc/kubernetes/pki/apiserver.key', tls]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /is also the TLS key/ }],
  },
  {
    given: 'the TLS key as a second one',
    objects: apiServer([own, '--service-account-key-file=/etc/kubernetes/pki/apiserver.key', tls]),
    expect: 'fail',
  },
  {
    given: 'the TLS key under another path',
    objects: [
      serverVersion(),
      controlPlanePod('kube-apiserver', {
        flags: ['--service-account-key-file=/keys/apiserver.key', tls],
        spec: {
          volumes: [
            { name: 'pki', hostPath: { path: '/etc/kubernetes/pki' } },
            { name: 'keys', hostPath: { path: '/etc/kubernetes/pki' } },
          ],
        },
        container: {
          volumeMounts: [
            { name: 'pki', mountPath: '/etc/kubernetes/pki' },
            { name: 'keys', mountPath: '/keys' },
          ],
        },
      }),
    ],
    expect: 'fail',
  },
  {
    given: 'no key',
    objects: apiServer([tls]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no key is given/ }],
  },
  {
    given: 'an external signer, which excludes the files',
    objects: apiServer(['--service-account-signing-endpoint=/run/signer.sock', tls]),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /external signer/ }],
  },
  {
    given: 'a TLS key that is not known',
    objects: apiServer([own, '--tls-private-key-file=$(KEY)']),
    expect: 'unknown',
  },
  {
    given: 'a signer that is not known',
    objects: apiServer(['--service-account-signing-endpoint=$(SIGNER)', tls]),
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: apiServer([tls], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'service-account-key-file',
    passing: '/etc/kubernetes/pki/sa.pub',
    failing: '/etc/kubernetes/pki/apiserver.key',
    beside: [tls],
    type: 'list',
  }),
]);
