import check from '../../../checks/nodes/k3s-tls-san-security.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s, rke2 } from '../../support/k3s-nodes.ts';
import { node } from '../../support/objects.ts';

const OLD = { kubelet: 'v1.27.16+k3s1' };

describeCheck(check, [
  {
    given: 'the default of new releases, and the setting on an old one',
    objects: [k3s('a', ['server']), rke2('b', ['server']), k3s('c', ['server', '--tls-san-security', 'true'], {}, OLD)],
    expect: 'pass',
  },
  {
    given: 'the default of the first release that is secure by it',
    objects: [k3s('a', ['server'], {}, { kubelet: 'v1.28.0+k3s1' })],
    expect: 'pass',
  },
  {
    given: 'the default of an old release',
    objects: [k3s('a', ['server'], {}, OLD)],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /v1.27.16\+k3s1 has it off by default/ }],
  },
  {
    given: 'the setting switched off, written as k3s writes it: in two words',
    objects: [k3s('a', ['server', '--tls-san-security', 'false'])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off/ }],
  },
  {
    given: 'the flag alone, before another',
    objects: [k3s('a', ['server', '--tls-san-security', '--tls-san', 'api.example.org'], {}, OLD)],
    expect: 'pass',
  },
  { given: 'neither true nor false', objects: [k3s('a', ['server', '--tls-san-security', 'no'])], expect: 'unknown' },
  { given: 'a release without a version', objects: [k3s('a', ['server'], {}, { kubelet: 'main' })], expect: 'unknown' },
  { given: 'agents alone', objects: [k3s('a', ['agent'])], expect: 'unknown' },
  { given: 'nodes of another distribution', objects: [node('a')], expect: 'not-applicable' },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
