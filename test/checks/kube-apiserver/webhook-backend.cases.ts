import { expect, test } from '@jest/globals';
import check from '../../../checks/kube-apiserver/webhook-backend.ts';
import * as pem from '../../support/certificates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { CLIENT, GUARD, mutating, service, validating, webhook } from '../../support/webhooks.ts';

const calling = (clientConfig: object, ...more: readonly object[]) => [
  validating('guard', [webhook('a.example.com', { clientConfig })]),
  ...more,
];
const trusting = (...texts: readonly string[]) => calling({ ...CLIENT, caBundle: pem.bytes(...texts) }, GUARD);

describeCheck(
  check,
  pem.whileValid([
    { given: 'a Service that is there, known by its root', objects: calling(CLIENT, GUARD), expect: 'pass' },
    {
      given: 'a Service that is gone',
      objects: calling(CLIENT, service('guard', 'elsewhere')),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /Service guard\/guard does not exist: whoever may create it/ }],
    },
    {
      given: 'one of two webhooks whose Service is gone',
      objects: [
        mutating('inject', [
          webhook('a.example.com'),
          webhook('b.example.com', { clientConfig: { ...CLIENT, service: { namespace: 'guard', name: 'gone' } } }),
        ]),
        GUARD,
      ],
      expect: 'fail',
    },
    {
      given: 'no authority for a Service',
      objects: calling({ service: CLIENT.service }, GUARD),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /names no authority/ }],
    },
    {
      given: 'an authority that has expired',
      objects: trusting(pem.GOOD_ROOT),
      now: '2037-01-01T00:00:00Z',
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /no certificate is valid: CN=good root/ }],
    },
    {
      given: 'an authority that expires within a month',
      objects: trusting(pem.GOOD_ROOT),
      now: '2036-11-10T00:00:00Z',
      expect: 'review',
      findings: [{ verdict: 'review', message: /CN=good root expires on 2036-11-/ }],
    },
    {
      given: 'an authority with a short key',
      objects: trusting(pem.OLD_ROOT),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /a key of 1024 bits \(RSA\)/ }],
    },
    { given: 'an authority on a short curve', objects: trusting(pem.SHORT_CURVE_ROOT), expect: 'fail' },
    { given: 'an authority signed with SHA-1', objects: trusting(pem.SHA1_LEAF), expect: 'fail' },
    { given: 'no certificate in the bundle', objects: trusting(pem.BROKEN), expect: 'unknown' },
    { given: 'no time', objects: trusting(pem.EDWARDS_ROOT), now: null, expect: 'unknown' },
    {
      given: 'an address outside of the cluster',
      objects: calling({ url: 'https://guard.example.com', caBundle: CLIENT.caBundle }, GUARD),
      expect: 'review',
      findings: [{ verdict: 'review', message: /calls https:\/\/guard\.example\.com/ }],
    },
    {
      given: 'an address that any authority may vouch for',
      objects: calling({ url: 'https://guard.example.com' }),
      expect: 'review',
    },
    { given: 'neither Service nor address', objects: calling({ caBundle: CLIENT.caBundle }), expect: 'review' },
    { given: 'no webhook', objects: [GUARD], expect: 'not-applicable' },
  ]),
);

test('a Service that may merely not have been read is not gone', () => {
  const services = { state: 'partial', value: [], missing: ['services of namespace guard'] } as const;
  const root = {
    subject: 'CN=root',
    selfIssued: true,
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2036-01-01T00:00:00Z',
    key: { type: 'EC', bits: 256 },
    signature: 'SHA-256',
    isAuthority: true,
  };
  const clientConfig = { service: CLIENT.service, caBundle: { certificates: [root], unreadable: 0 } };
  const cluster = {
    'validating-webhooks': [{ metadata: { name: 'guard' }, webhooks: [{ name: 'a', clientConfig }] }],
    'mutating-webhooks': [],
    services,
  };
  expect(check.evaluate(cluster as never, { now: '2027-01-01T00:00:00Z' } as never)).toEqual([
    expect.objectContaining({
      verdict: 'unknown',
      because: { code: 'incomplete', detail: 'services of namespace guard' },
    }),
  ]);
});
