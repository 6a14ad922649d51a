import check from '../../../checks/nodes/external-ip.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const at = (name: string, ...addresses: readonly (readonly [string, string])[]) =>
  node(name, { addresses: addresses.map(([type, address]) => ({ type, address })) });

describeCheck(check, [
  {
    given: 'private addresses and names, also as external ones',
    objects: [
      at('a', ['InternalIP', '10.0.0.1'], ['Hostname', 'a']),
      at('b', ['InternalIP', 'fd00::7'], ['ExternalIP', '192.168.7.7'], ['ExternalDNS', 'b.example.org']),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'worker', members: { count: 2, samples: ['a', 'b'] } } }],
  },
  {
    given: 'an external address on one of two nodes; a firewall would not be visible',
    objects: [
      at('a', ['InternalIP', '10.0.0.1']),
      at('b', ['InternalIP', '10.0.0.2'], ['ExternalIP', '93.184.216.34']),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'worker' } },
      {
        verdict: 'fail',
        subject: { name: 'worker (differs: b)' },
        message: /93.184.216.34 \(ExternalIP\); what a firewall in front of it stops is not visible/,
      },
    ],
  },
  {
    given: 'a public address as the internal one',
    objects: [at('a', ['InternalIP', '93.184.216.34'])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /93.184.216.34 \(InternalIP\)/ }],
  },
  { given: 'a public address of IPv6', objects: [at('a', ['InternalIP', '2600:1f18::1'])], expect: 'fail' },
  { given: 'a node without an address', objects: [at('a')], expect: 'unknown' },
  {
    given: 'addresses that are none',
    objects: [at('a', ['InternalIP', '300.1.1.1'], ['', ''])],
    expect: 'pass',
  },
  {
    given: 'a virtual kubelet',
    objects: [node('virtual', { runtime: '', addresses: [], labels: { type: 'virtual-kubelet' } })],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
