import check from '../../../checks/nodes/reboot-age.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const aged = (name: string, creationTimestamp?: string, lastTransitionTime?: string, status = 'True') =>
  node(name, {
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
    status: { conditions: [{ type: 'Ready', status, lastTransitionTime }] },
  });

describeCheck(check, [
  {
    given: 'nodes that joined within 90 days',
    objects: [aged('a', '2026-08-26T00:00:00Z'), aged('b', '2026-11-23T00:00:00Z', '2026-11-23T00:01:00Z')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'worker', members: { count: 2, samples: ['a', 'b'] } } }],
  },
  {
    given: 'a node that has been ready without a break for longer; live patching would not be visible',
    objects: [aged('a', '2026-01-01T00:00:00Z', '2026-08-25T23:59:59Z'), aged('b', '2026-11-01T00:00:00Z')],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { name: 'worker' },
        message: /if it was rebooted at all, it took less than a minute/,
      },
      { verdict: 'pass', subject: { name: 'worker (differs: b)' } },
    ],
  },
  {
    given: 'a node that has not been ready for as long',
    objects: [aged('a', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'Unknown')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /has not been ready since/ }],
  },
  {
    given: 'a node that became ready lately, after a reboot or for another reason',
    objects: [aged('a', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /after a reboot or for another reason/ }],
  },
  { given: 'a node without an age', objects: [aged('a')], expect: 'unknown' },
  { given: 'an old node that says nothing more', objects: [aged('a', '2026-01-01T00:00:00Z')], expect: 'unknown' },
  {
    given: 'times that are none',
    objects: [aged('a', 'long ago', 'lately')],
    expect: 'unknown',
  },
  {
    given: 'a time of the scan that is not known',
    objects: [aged('a', '2026-10-01T00:00:00Z')],
    now: null,
    expect: 'unknown',
  },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
