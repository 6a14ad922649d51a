import check from '../../../checks/nodes/ready.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const saying = (name: string, conditions: Readonly<Record<string, string>>) =>
  node(name, { status: { conditions: Object.entries(conditions).map(([type, status]) => ({ type, status })) } });

describeCheck(check, [
  {
    given: 'nodes that are ready, one with a condition of its own',
    objects: [
      saying('a', { MemoryPressure: 'False', DiskPressure: 'False', PIDPressure: 'False', Ready: 'True' }),
      saying('b', { Ready: 'True', KernelDeadlock: 'True' }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'worker', members: { count: 2, samples: ['a', 'b'] } } }],
  },
  {
    given: 'a node that is short of disk, and one that nobody hears of',
    objects: [
      saying('a', { DiskPressure: 'True', Ready: 'True' }),
      saying('b', { DiskPressure: 'Unknown', Ready: 'Unknown' }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', message: /^DiskPressure is True$/ },
      { verdict: 'fail', message: /^DiskPressure is Unknown, Ready is Unknown$/ },
    ],
  },
  { given: 'a node that does not say', objects: [saying('a', {})], expect: 'unknown' },
  { given: 'a node that says something else', objects: [saying('a', { MemoryPressure: 'False' })], expect: 'unknown' },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
