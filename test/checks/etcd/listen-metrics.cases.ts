import check from '../../../checks/etcd/listen-metrics.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);
const TLS = '--listen-metrics-urls=https://0.0.0.0:2381';

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'loopback', objects: asked('--listen-metrics-urls=http://127.0.0.1:2381'), expect: 'pass' },
  { given: 'a socket', objects: asked('--listen-metrics-urls=unix://metrics.sock'), expect: 'pass' },
  {
    given: 'TLS for those whose certificate etcd trusts',
    objects: asked(TLS, '--trusted-ca-file=/pki/ca.crt'),
    expect: 'pass',
  },
  {
    given: 'TLS for those whose certificate the host trusts',
    objects: asked(TLS, '--client-cert-auth'),
    expect: 'pass',
  },
  {
    given: 'TLS for anybody',
    objects: asked(TLS, '--cert-file=/pki/e.crt', '--key-file=/pki/e.key'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /without asking for a certificate on https:\/\/0\.0\.0\.0:2381$/ }],
  },
  {
    given: 'TLS with a certificate of its own making, for anybody',
    objects: asked(TLS, '--auto-tls', '--trusted-ca-file=/pki/ca.crt', '--client-cert-auth'),
    expect: 'fail',
  },
  {
    given: 'TLS with a certificate that may be of its own making',
    objects: asked(TLS, '--auto-tls=$(AUTO)', '--trusted-ca-file=/pki/ca.crt'),
    expect: 'unknown',
  },
  { given: 'TLS, and a CA that is not known', objects: asked(TLS, '--trusted-ca-file=$(FILE)'), expect: 'unknown' },
  {
    given: 'TLS, and a flag that is not known',
    objects: asked(TLS, '--client-cert-auth=$(ELSEWHERE)'),
    expect: 'unknown',
  },
  {
    given: 'the network',
    objects: asked('--listen-metrics-urls=http://127.0.0.1:2381,http://10.0.0.7:2381'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /10\.0\.0\.7:2381/ }],
  },
  {
    given: 'k3s that is told to show them, by a flag of its own',
    objects: [
      node('node-1', {
        kubelet: 'v1.37.2+k3s1',
        labels: { 'node-role.kubernetes.io/etcd': 'true' },
        annotations: { 'k3s.io/node-args': '["server","--cluster-init","--etcd-expose-metrics"]' },
      }),
    ],
    expect: 'unknown',
  },
  { given: 'no URL', objects: asked('--listen-metrics-urls=2381'), expect: 'unknown' },
  ...unknownCases('etcd', 'listen-metrics-urls'),
]);
