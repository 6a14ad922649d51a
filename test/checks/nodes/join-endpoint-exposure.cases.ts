import check from '../../../checks/nodes/join-endpoint-exposure.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s, rke2 } from '../../support/k3s-nodes.ts';
import { node } from '../../support/objects.ts';

const PRIVATE = { addresses: [{ type: 'InternalIP', address: '10.0.0.1' }] };
const PUBLIC = { addresses: [...PRIVATE.addresses, { type: 'ExternalIP', address: '93.184.216.34' }] };

describeCheck(check, [
  {
    given: 'a server with private addresses, and an agent with a public one',
    objects: [k3s('a', ['server'], {}, PRIVATE), k3s('b', ['agent'], {}, PUBLIC)],
    expect: 'pass',
  },
  {
    given: 'a server with a public address',
    objects: [rke2('a', ['server'], {}, PUBLIC)],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /93.184.216.34 among them; what a firewall in front stops is not visible/ }],
  },
  {
    given: 'a server with a public address that listens on the private one',
    objects: [k3s('a', ['server', '--bind-address', '10.0.0.1'], {}, PUBLIC)],
    expect: 'pass',
  },
  {
    given: 'a server that is told to listen on all addresses, and one on the public one',
    objects: [
      k3s('a', ['server', '--bind-address', '0.0.0.0'], {}, PUBLIC),
      k3s('b', ['server', '--bind-address', '93.184.216.34'], {}, PRIVATE),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', message: /listens on all addresses/ },
      { verdict: 'fail', message: /listens on the public address 93.184.216.34/ },
    ],
  },
  {
    given: 'a server that is told to listen on all addresses of IPv6, which are those of IPv4 too',
    objects: [k3s('a', ['server', '--bind-address', '::'], {}, PUBLIC)],
    expect: 'fail',
  },
  { given: 'a server without an address', objects: [k3s('a', ['server'], {}, { addresses: [] })], expect: 'unknown' },
  { given: 'nodes of another distribution', objects: [node('a', PUBLIC)], expect: 'not-applicable' },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
