import check from '../../../checks/etcd/client-cert-auth.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { withFile } from '../../support/host-files.ts';
import { controlPlanePod } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);
const FLAG = '--client-cert-auth=true';
const CA = '--trusted-ca-file=/pki/ca.crt';
const HTTPS = '--listen-client-urls=https://10.0.0.7:2379';

describeCheck(check, [
  { given: 'the flag and a CA', objects: asked(FLAG, CA, HTTPS), expect: 'pass' },
  { given: 'the bare flag and a CA', objects: asked('--client-cert-auth', CA, HTTPS), expect: 'pass' },
  ...[
    { given: 'a configuration file that asks for certificates, collected from the host', asks: true, expect: 'pass' },
    { given: 'a file that does not, whatever the flags say', asks: false, expect: 'fail' },
  ].map(({ given, asks, expect }) => ({
    given,
    objects: withFile('etcd', {
      flag: 'config-file',
      text: JSON.stringify({
        'listen-client-urls': 'https://10.0.0.7:2379',
        'client-transport-security': asks ? { 'client-cert-auth': true, 'trusted-ca-file': '/pki/ca.crt' } : {},
      }),
      flags: [FLAG, CA, HTTPS],
    }),
    expect: expect as 'pass' | 'fail',
  })),
  {
    given: 'a file that asks for them, and for a certificate of its own making',
    objects: withFile('etcd', {
      flag: 'config-file',
      text: JSON.stringify({
        'listen-client-urls': 'https://10.0.0.7:2379',
        'client-transport-security': { 'client-cert-auth': true, 'trusted-ca-file': '/pki/ca.crt', 'auto-tls': true },
      }),
    }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--auto-tls takes the place/ }],
  },
  {
    given: 'a CA alone',
    objects: asked(CA, HTTPS),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /alone/ }],
  },
  {
    given: 'https and nothing else',
    objects: asked(HTTPS),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /anybody/ }],
  },
  {
    given: 'the flag without a CA',
    objects: asked(FLAG, HTTPS),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /any CA/ }],
  },
  {
    given: 'a URL that takes no certificates',
    objects: asked(FLAG, CA, '--listen-client-urls=http://10.0.0.7:2379'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /asks for no certificate/ }],
  },
  {
    given: 'a URL for HTTP alone that takes no certificates',
    objects: asked(FLAG, CA, HTTPS, '--listen-client-http-urls=http://10.0.0.7:2382'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /asks for no certificate on http:\/\/10\.0\.0\.7:2382/ }],
  },
  {
    given: 'the flag off',
    objects: asked('--client-cert-auth=false', HTTPS),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /anybody/ }],
  },
  {
    given: 'the flag by a variable',
    objects: [controlPlanePod('etcd', { flags: [CA, HTTPS], env: [{ name: 'ETCD_CLIENT_CERT_AUTH', value: 'true' }] })],
    expect: 'pass',
  },
  {
    given: 'a certificate of its own making, with which etcd forgets the flag and the CA',
    objects: asked(FLAG, CA, HTTPS, '--auto-tls'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--auto-tls takes the place/ }],
  },
  {
    given: 'a pair, beside which etcd makes none',
    objects: asked(FLAG, CA, HTTPS, '--auto-tls', '--cert-file=/pki/e.crt', '--key-file=/pki/e.key'),
    expect: 'pass',
  },
  { given: 'no certificate of its own making', objects: asked(FLAG, CA, HTTPS, '--auto-tls=false'), expect: 'pass' },
  {
    given: 'a certificate of its own making, unless there is a pair that is not known',
    objects: asked(FLAG, CA, HTTPS, '--auto-tls', '--cert-file=$(FILE)'),
    expect: 'unknown',
  },
  {
    given: 'a certificate of its own making, unless there is a key that is not known',
    objects: asked(FLAG, CA, HTTPS, '--auto-tls', '--key-file=$(FILE)'),
    expect: 'unknown',
  },
  {
    given: 'a certificate that may be of its own making',
    objects: asked(FLAG, CA, HTTPS, '--auto-tls=$(ELSEWHERE)'),
    expect: 'unknown',
  },
  {
    given: 'a configuration file by a variable, beside which flags do nothing',
    objects: [
      controlPlanePod('etcd', {
        flags: [FLAG, CA, HTTPS],
        env: [{ name: 'ETCD_CONFIG_FILE', value: '/etc/etcd.yaml' }],
      }),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /\/etc\/etcd\.yaml/ }],
  },
  { given: 'no boolean', objects: asked('--client-cert-auth=perhaps', CA, HTTPS), expect: 'unknown' },
  ...unknownCases('etcd', 'client-cert-auth'),
]);
