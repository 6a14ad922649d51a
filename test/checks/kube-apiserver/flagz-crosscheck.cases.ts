import check from '../../../checks/kube-apiserver/flagz-crosscheck.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, flagz, serverVersion } from '../../support/objects.ts';

const ADDRESS = '192.0.2.11';
const server = (flags: readonly string[], node = 'node-1', podIP = ADDRESS) =>
  controlPlanePod('kube-apiserver', { flags, node, podIP });
const running = (flags: Readonly<Record<string, string>>) => flagz({ 'advertise-address': ADDRESS, ...flags });

describeCheck(check, [
  {
    given: 'the same values, in the words of the server',
    objects: [
      serverVersion(),
      server(['--anonymous-auth=false', '--authorization-mode=Node,RBAC', '--feature-gates=B=true,A=false']),
      running({
        'anonymous-auth': 'false',
        'authorization-mode': '[Node,RBAC]',
        'feature-gates': 'kube:A=false,:B=true',
        profiling: 'true',
      }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^3 flags/ }],
  },
  {
    given: 'another value than the pod shows',
    objects: [
      serverVersion(),
      server(['--anonymous-auth=false']),
      running({ 'anonymous-auth': 'true', 'authorization-mode': '[RBAC]' }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--anonymous-auth/ }],
  },
  {
    given: 'anonymous requests, which the server switches off with AlwaysAllow',
    objects: [
      serverVersion(),
      server(['--anonymous-auth=true', '--authorization-mode=AlwaysAllow']),
      running({ 'anonymous-auth': 'false', 'authorization-mode': '[AlwaysAllow]' }),
    ],
    expect: 'pass',
  },
  {
    given: 'a duration, which the server writes in its own way, and a value that it keeps to itself',
    objects: [
      serverVersion(),
      server(['--request-timeout=60s', '--profiling=false', '--etcd-certfile=/a.crt']),
      running({ 'request-timeout': '1m0s', profiling: 'false', 'etcd-certfile': 'CLASSIFIED' }),
    ],
    expect: 'pass',
  },
  {
    given: 'flags that the server completes, or writes in its own way',
    objects: [
      serverVersion(),
      server([
        '--profiling=false',
        '--runtime-config=api/v1=true,batch/v2',
        '--watch-cache-sizes=secrets#100',
        '--tls-sni-cert-key=/a.crt,/a.key',
        '--tls-sni-cert-key=/b.crt,/b.key',
      ]),
      running({
        profiling: 'false',
        'runtime-config': '/v1=true,batch/v2=',
        'watch-cache-sizes': '[secrets#100,events#0,events.events.k8s.io#0]',
        'tls-sni-cert-key': '[/a.crt,/a.key;/b.crt,/b.key]',
      }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^1 flags/ }],
  },
  {
    given: 'two API servers, of which one answered',
    objects: [
      serverVersion(),
      server(['--profiling=false']),
      server(['--profiling=true'], 'node-2', '192.0.2.12'),
      running({ profiling: 'false' }),
    ],
    expect: 'unknown',
    findings: [
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-1' } },
      { verdict: 'unknown', subject: { name: 'kube-apiserver-node-2' } },
    ],
  },
  {
    given: 'an answer that belongs to none of them',
    objects: [serverVersion(), server(['--profiling=false'], 'node-1', '192.0.2.99'), running({ profiling: 'false' })],
    expect: 'unknown',
  },
  { given: 'a server without /flagz', objects: [serverVersion(), server(['--profiling=false'])], expect: 'unknown' },
  {
    given: 'nothing to compare',
    objects: [serverVersion(), server([]), running({ profiling: 'false' })],
    expect: 'unknown',
  },
]);
