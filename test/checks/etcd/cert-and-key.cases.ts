import check from '../../../checks/etcd/cert-and-key.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);
const CERTIFICATE = '--cert-file=/pki/e.crt';
const KEY = '--key-file=/pki/e.key';
const HTTPS = '--listen-client-urls=https://10.0.0.7:2379';
const outside = (servers: string) => [controlPlanePod('kube-apiserver', { flags: [`--etcd-servers=${servers}`] })];

describeCheck(check, [
  { given: 'a certificate, a key and https', objects: asked(CERTIFICATE, KEY, HTTPS), expect: 'pass' },
  {
    given: 'nothing',
    objects: asked(),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /clear text on http:\/\/localhost:2379/ }],
  },
  {
    given: 'no key',
    objects: asked(CERTIFICATE, HTTPS),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^--key-file not set$/ }],
  },
  {
    given: 'one URL in clear text',
    objects: asked(CERTIFICATE, KEY, `${HTTPS},http://10.0.0.7:2379`),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /clear text on http:\/\/10\.0\.0\.7:2379$/ }],
  },
  {
    given: 'URLs for HTTP alone, in clear text',
    objects: asked(CERTIFICATE, KEY, HTTPS, '--listen-client-http-urls=http://10.0.0.7:2382'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /clear text on http:\/\/10\.0\.0\.7:2382$/ }],
  },
  {
    given: 'URLs for HTTP alone, over TLS',
    objects: asked(CERTIFICATE, KEY, HTTPS, '--listen-client-http-urls=https://10.0.0.7:2382'),
    expect: 'pass',
  },
  {
    given: 'URLs for HTTP alone that cannot be read',
    objects: asked(CERTIFICATE, KEY, HTTPS, '--listen-client-http-urls=$(ELSEWHERE)'),
    expect: 'unknown',
  },
  {
    given: 'URLs for HTTP alone that are none',
    objects: asked(CERTIFICATE, KEY, HTTPS, '--listen-client-http-urls=2382'),
    expect: 'unknown',
  },
  {
    given: 'URLs that are none',
    objects: asked(CERTIFICATE, KEY, '--listen-client-urls=10.0.0.7:2379'),
    expect: 'unknown',
  },
  {
    given: 'a pair for peers, whose flags only end alike',
    objects: asked('--peer-cert-file=/pki/e.crt', '--peer-key-file=/pki/e.key', HTTPS),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^--cert-file and --key-file not set$/ }],
  },
  {
    given: 'an etcd outside of the cluster, which the API server reaches over TLS, as others need not',
    objects: outside('https://192.0.2.9:2379'),
    expect: 'unknown',
  },
  {
    given: 'an etcd outside of the cluster, which the API server reaches in clear text',
    objects: outside('https://192.0.2.9:2379,http://192.0.2.10:2379'),
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'Pod', name: 'kube-apiserver-node-1' },
        message: /^the API server reaches it in clear text on http:\/\/192\.0\.2\.10:2379$/,
      },
    ],
  },
  { given: 'a store behind a socket of the host', objects: outside('unix:///var/run/kine.sock'), expect: 'unknown' },
  { given: 'addresses that are not known', objects: outside('$(ETCD)'), expect: 'unknown' },
  {
    given: 'a member in the cluster, which tells by itself',
    objects: [...asked(CERTIFICATE, KEY, HTTPS), ...outside('http://192.0.2.9:2379')],
    expect: 'pass',
  },
  { given: 'single dashes', objects: asked(...[CERTIFICATE, KEY, HTTPS].map((flag) => flag.slice(1))), expect: 'pass' },
  {
    given: 'a certificate and a key in the environment',
    objects: [
      controlPlanePod('etcd', {
        flags: [HTTPS],
        env: [
          { name: 'ETCD_CERT_FILE', value: '/pki/e.crt' },
          { name: 'ETCD_KEY_FILE', value: '/pki/e.key' },
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
  ...unknownCases('etcd', 'cert-file'),
]);
