import check from '../../../checks/service-accounts/bootstrap-tokens.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { secret } from '../../support/objects.ts';

const MADE = (creationTimestamp: string) => ({ creationTimestamp });

describeCheck(check, [
  {
    given: 'no token, and names that only look alike',
    objects: [
      secret('bootstrap-token-abcdef', 'shop', MADE('2026-01-01T00:00:00Z')),
      secret('bootstrap-token-abc', 'kube-system'),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'a token of this morning',
    objects: [secret('bootstrap-token-abcdef', 'kube-system', MADE('2026-11-23T12:00:00Z'))],
    now: '2026-11-24T00:00:00Z',
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { kind: 'Secret', name: 'bootstrap-token-abcdef' }, message: /12 hours old/ },
    ],
  },
  {
    given: 'a token of a day ago, and one of last year',
    objects: [
      secret('bootstrap-token-abcdef', 'kube-system', MADE('2026-11-23T00:00:00Z')),
      secret('bootstrap-token-uvwxyz', 'kube-system', MADE('2025-11-24T00:00:00Z')),
    ],
    now: '2026-11-24T00:00:00Z',
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'bootstrap-token-abcdef' }, message: /is 24 hours old/ },
      { verdict: 'fail', subject: { name: 'bootstrap-token-uvwxyz' }, message: /is 365 days old/ },
    ],
  },
  {
    given: 'tokens of nearly two days, and of two',
    objects: [
      secret('bootstrap-token-abcdef', 'kube-system', MADE('2026-11-22T00:00:01Z')),
      secret('bootstrap-token-uvwxyz', 'kube-system', MADE('2026-11-22T00:00:00Z')),
    ],
    now: '2026-11-24T00:00:00Z',
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'bootstrap-token-abcdef' }, message: /is 47 hours old/ },
      { verdict: 'fail', subject: { name: 'bootstrap-token-uvwxyz' }, message: /is 2 days old/ },
    ],
  },
  {
    given: 'a token one second younger than a day',
    objects: [secret('bootstrap-token-abcdef', 'kube-system', MADE('2026-11-23T00:00:01Z'))],
    now: '2026-11-24T00:00:00Z',
    expect: 'pass',
  },
  {
    given: 'a token that does not say when it was made',
    objects: [secret('bootstrap-token-abcdef', 'kube-system')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /does not say when/ }],
  },
]);
