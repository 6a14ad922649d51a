import check from '../../../checks/nodes/unknown.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node } from '../../support/objects.ts';

const ready = (status: string, lastTransitionTime?: string) => ({
  status: {
    conditions: [
      { type: 'MemoryPressure', status: 'False' },
      { type: 'Ready', status, lastTransitionTime },
    ],
  },
});
const NOW = '2026-11-24T00:00:00Z';
const AWS = 'aws:///eu-central-1a/i-0123456789abcdef0';

describeCheck(check, [
  {
    given: 'machines of metal, which have no id of a cloud, all ready',
    objects: [node('a', ready('True')), node('b', ready('True', '2025-01-01T00:00:00Z'))],
    expect: 'pass',
  },
  {
    given: 'machines of a cloud, all ready',
    objects: [node('a', { ...ready('True'), spec: { providerID: AWS } })],
    expect: 'pass',
  },
  {
    given: 'a node that has not been ready for a day and a second',
    objects: [node('a', ready('Unknown', '2026-11-22T23:59:59Z')), node('b', ready('True'))],
    expect: 'fail',
    findings: [
      { verdict: 'fail', message: /has not been ready since 2026-11-22T23:59:59Z/ },
      { verdict: 'pass', subject: { name: 'worker (differs: b)' } },
    ],
  },
  {
    given: 'a spot machine that has just gone',
    objects: [node('a', ready('Unknown', '2026-11-23T00:00:00Z'))],
    expect: 'pass',
  },
  {
    given: 'a node for which no kubelet ever reported',
    objects: [node('a', { creationTimestamp: '2026-11-01T00:00:00Z', status: { conditions: [] } })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no kubelet ever reported/ }],
  },
  {
    given: 'a machine of nobody among those of a cloud',
    objects: [
      node('c', { ...ready('True'), spec: { providerID: AWS } }),
      node('a', { ...ready('True'), spec: { providerID: AWS } }),
      node('b', ready('True')),
    ],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { name: 'worker (differs: b)' }, message: /belong to a cloud/ }],
  },
  {
    given: 'a node that does not say since when it is not ready',
    objects: [node('a', ready('False'))],
    expect: 'unknown',
  },
  {
    given: 'a node that is not ready, at a time that is not known',
    objects: [node('a', ready('False', NOW))],
    now: null,
    expect: 'unknown',
  },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
