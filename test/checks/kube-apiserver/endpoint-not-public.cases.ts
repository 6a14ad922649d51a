import { describe, expect, test } from '@jest/globals';
import check from '../../../checks/kube-apiserver/endpoint-not-public.ts';
import { sourcesOf } from '../../../src/derive/index.ts';
import { judge } from '../../../src/engine/run.ts';
import { facts } from '../../../src/facts/index.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configMap } from '../../support/objects.ts';

const clusterInfo = (server: string) => [
  configMap(
    'cluster-info',
    { kubeconfig: JSON.stringify({ kind: 'Config', clusters: [{ cluster: { server } }] }) },
    'kube-public',
  ),
];

describeCheck(check, [
  {
    given: 'a private address, though a tunnel may lead to it',
    objects: clusterInfo('https://10.0.0.1:6443'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /what leads to it from outside was not seen/ }],
  },
  { given: 'an address that providers share', objects: clusterInfo('https://100.64.0.1'), expect: 'pass' },
  { given: 'a unique local address', objects: clusterInfo('https://[fd00::1]:6443'), expect: 'pass' },
  {
    given: 'a public address, which a list of networks may guard',
    objects: clusterInfo('https://203.0.113.1:6443'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /a public address/ }],
  },
  { given: 'an address next to the private ones', objects: clusterInfo('https://172.32.0.1'), expect: 'review' },
  { given: 'a public address of IPv6', objects: clusterInfo('https://[2001:db8::1]'), expect: 'review' },
  {
    given: 'a name',
    objects: clusterInfo('https://api.example.com'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /does not look up/ }],
  },
  {
    given: 'a name that begins like a private address',
    objects: clusterInfo('https://10.example.com'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /does not look up/ }],
  },
  {
    given: 'this very machine',
    objects: clusterInfo('https://127.0.0.1:6443'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /through a tunnel/ }],
  },
  { given: 'what is no address', objects: clusterInfo('nowhere'), expect: 'unknown' },
  { given: 'nothing', objects: [], expect: 'unknown' },
]);

describe('the address of the connection', () => {
  const outcome = (server: string) => {
    const snapshot = { cluster: { server }, resources: {} } as never;
    return judge(check, sourcesOf(snapshot, facts), { now: undefined, facts });
  };

  test('counts too', () => {
    expect(outcome('https://192.168.1.2:6443').status).toBe('pass');
    expect(outcome('https://ABC.gr7.eu-west-1.eks.amazonaws.com').status).toBe('review');
  });
});
