import check from '../../../checks/kube-scheduler/tls-cert.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-scheduler', flags);

describeCheck(check, [
  {
    given: 'a certificate and its key',
    objects: asked('--tls-cert-file=/s.crt', '--tls-private-key-file=/s.key'),
    expect: 'pass',
  },
  {
    given: 'none, open to the network',
    objects: asked(),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /self-signed/ }],
  },
  {
    given: 'none, on no address, which is each',
    objects: asked('--bind-address='),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /on all addresses$/ }],
  },
  { given: 'a key without certificate', objects: asked('--tls-private-key-file=/s.key'), expect: 'fail' },
  {
    given: 'none, on loopback',
    objects: asked('--bind-address=127.0.0.1'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /node itself/ }],
  },
  { given: 'none, on an address that is none', objects: asked('--bind-address=here'), expect: 'unknown' },
  {
    given: 'none, on an address that is not known',
    objects: asked('--bind-address=$(ADDRESS)'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /variable/ }],
  },
  ...unknownCases('kube-scheduler', 'tls-cert-file'),
]);
