import check from '../../../checks/etcd/peer-client-cert-auth.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);
const FLAG = '--peer-client-cert-auth=true';
const CA = '--peer-trusted-ca-file=/pki/ca.crt';
const HTTPS = '--listen-peer-urls=https://10.0.0.7:2380';

describeCheck(check, [
  { given: 'the flag and a CA', objects: asked(FLAG, CA, HTTPS), expect: 'pass' },
  { given: 'the bare flag and a CA', objects: asked('--peer-client-cert-auth', CA, HTTPS), expect: 'pass' },
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
    objects: asked(FLAG, CA, '--listen-peer-urls=http://10.0.0.7:2380'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /asks for no certificate/ }],
  },
  { given: 'the flag off', objects: asked('--peer-client-cert-auth=false', HTTPS), expect: 'fail' },
  {
    given: 'the flag by a variable',
    objects: [
      controlPlanePod('etcd', { flags: [CA, HTTPS], env: [{ name: 'ETCD_PEER_CLIENT_CERT_AUTH', value: 'true' }] }),
    ],
    expect: 'pass',
  },
  {
    given: 'a certificate of its own making, with which etcd forgets the flag and the CA',
    objects: asked(FLAG, CA, HTTPS, '--peer-auto-tls'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--peer-auto-tls takes the place/ }],
  },
  {
    given: 'one of its own making for clients, which says nothing of peers',
    objects: asked(FLAG, CA, HTTPS, '--auto-tls'),
    expect: 'pass',
  },
  { given: 'no boolean', objects: asked('--peer-client-cert-auth=perhaps', CA, HTTPS), expect: 'unknown' },
  { given: 'nothing, for a member that is the only one', objects: asked(), expect: 'not-applicable' },
  ...unknownCases('etcd', 'peer-client-cert-auth'),
]);
