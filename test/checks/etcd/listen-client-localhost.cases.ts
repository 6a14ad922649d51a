import check from '../../../checks/etcd/listen-client-localhost.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  {
    given: 'loopback and the node',
    objects: asked('--listen-client-urls=https://127.0.0.1:2379,https://10.0.0.7:2379'),
    expect: 'pass',
  },
  { given: 'a socket', objects: asked('--listen-client-urls=unixs://etcd.sock'), expect: 'pass' },
  {
    given: 'all addresses',
    objects: asked('--listen-client-urls=https://127.0.0.1:2379,https://0.0.0.0:2379'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^listens on https:\/\/0\.0\.0\.0:2379$/ }],
  },
  { given: 'all addresses of IPv6', objects: asked('--listen-client-urls=https://[::]:2379'), expect: 'fail' },
  { given: 'no address', objects: asked('--listen-client-urls=https://:2379'), expect: 'fail' },
  {
    given: 'all addresses for HTTP alone',
    objects: asked('--listen-client-urls=https://127.0.0.1:2379', '--listen-client-http-urls=https://0.0.0.0:2382'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^listens on https:\/\/0\.0\.0\.0:2382$/ }],
  },
  { given: 'a name', objects: asked('--listen-client-urls=https://etcd.example:2379'), expect: 'unknown' },
  { given: 'no URL', objects: asked('--listen-client-urls=0.0.0.0:2379'), expect: 'unknown' },
  ...unknownCases('etcd', 'listen-client-urls'),
]);
