import check from '../../../checks/etcd/peer-cert-and-key.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);
const CERTIFICATE = '--peer-cert-file=/pki/e.crt';
const KEY = '--peer-key-file=/pki/e.key';
const HTTPS = '--listen-peer-urls=https://10.0.0.7:2380';

describeCheck(check, [
  { given: 'a certificate, a key and https', objects: asked(CERTIFICATE, KEY, HTTPS), expect: 'pass' },
  {
    given: 'nothing, for a member that is the only one',
    objects: asked(),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /only one/ }],
  },
  {
    given: 'no key',
    objects: asked(CERTIFICATE, HTTPS),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^--peer-key-file not set$/ }],
  },
  {
    given: 'one URL in clear text',
    objects: asked(CERTIFICATE, KEY, `${HTTPS},http://10.0.0.7:2380`),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /clear text on http:\/\/10\.0\.0\.7:2380$/ }],
  },
  {
    given: 'URLs that are none',
    objects: asked(CERTIFICATE, KEY, '--listen-peer-urls=10.0.0.7:2380'),
    expect: 'unknown',
  },
  { given: 'single dashes', objects: asked(...[CERTIFICATE, KEY, HTTPS].map((flag) => flag.slice(1))), expect: 'pass' },
  {
    given: 'a certificate and a key in the environment',
    objects: [
      controlPlanePod('etcd', {
        flags: [HTTPS],
        env: [
          { name: 'ETCD_PEER_CERT_FILE', value: '/pki/e.crt' },
          { name: 'ETCD_PEER_KEY_FILE', value: '/pki/e.key' },
        ],
      }),
    ],
    expect: 'pass',
  },
  {
    given: 'a configuration file, which decides all',
    objects: asked(CERTIFICATE, KEY, HTTPS, '--config-file=/etc/etcd.yaml'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/etcd\.yaml/ }],
  },
  ...unknownCases('etcd', 'peer-cert-file'),
]);
