import check from '../../../checks/nodes/os-supported.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'releases that get patches',
    objects: [node('a', { osImage: 'Debian GNU/Linux 12 (bookworm)' }), node('b', { osImage: 'Ubuntu 24.04.3 LTS' })],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'NodeGroup', name: 'worker' } }],
  },
  {
    given: 'a release that nobody patches any more, on one of two nodes',
    objects: [node('a', { osImage: 'CentOS Linux 7 (Core)' }), node('b', { osImage: 'Ubuntu 24.04.3 LTS' })],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'worker' }, message: /^patches for CentOS Linux 7 ended on 2024-06-30$/ },
      { verdict: 'pass', subject: { name: 'worker (differs: b)' } },
    ],
  },
  {
    given: 'a release whose bought patches ended too',
    objects: [node('a', { osImage: 'Debian GNU/Linux 8 (jessie)' })],
    expect: 'fail',
  },
  {
    given: 'releases of which more patches can be bought, which the API does not show',
    objects: [node('a', { osImage: 'Ubuntu 20.04.6 LTS' }), node('b', { osImage: 'Ubuntu 14.04.6 LTS' })],
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', message: /ended on 2025-05-29; more can be bought until 2032-04-27/ },
      { verdict: 'unknown', message: /ended on 2019-04-25; more can be bought, and/ },
    ],
  },
  {
    given: 'a system of which nobody says how long it lasts',
    objects: [node('a', { osImage: 'Talos (v1.12.4)' })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /how long "Talos \(v1.12.4\)" gets patches/ }],
  },
  {
    given: 'a system that does not say what it is',
    objects: [node('a', { osImage: '' })],
    expect: 'unknown',
  },
  {
    given: 'a release that is young',
    objects: [node('a', { osImage: 'Ubuntu 26.10' })],
    now: '2027-02-25T23:59:59Z',
    expect: 'pass',
  },
  {
    given: 'the last day of a release',
    objects: [node('a', { osImage: 'CentOS Linux 7 (Core)' })],
    now: '2024-06-30T23:59:59Z',
    expect: 'pass',
  },
  {
    given: 'the day after the last one of a release',
    objects: [node('a', { osImage: 'Ubuntu 26.10' })],
    now: '2027-07-16T00:00:00Z',
    expect: 'fail',
  },
  {
    given: 'data that are older than 90 days: what ended has ended, what lasts may have been cut short',
    objects: [node('a', { osImage: 'Debian GNU/Linux 12 (bookworm)' }), node('b', { osImage: 'Ubuntu 25.10' })],
    now: '2027-03-01T00:00:00Z',
    expect: 'fail',
    findings: [{ verdict: 'unknown', message: /known up to 2026-11-28 only/ }, { verdict: 'fail' }],
  },
  {
    given: 'a time that is not known',
    objects: [node('a', { osImage: 'Debian GNU/Linux 12 (bookworm)' })],
    now: null,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /--as-of/ }],
  },
  {
    given: 'a virtual kubelet, which has no system',
    objects: [node('virtual', { runtime: '', osImage: '', labels: { type: 'virtual-kubelet' } })],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
