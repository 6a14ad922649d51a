import check from '../../../checks/kube-apiserver/webhook-mutating-inventory.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { mutating, validating, webhook } from '../../support/webhooks.ts';

describeCheck(
  check,
  [
    {
      given: 'an injector of a cloud provider: listed, not condemned',
      objects: [mutating('guard', [webhook('a.example.com')])],
      expect: 'review',
      findings: [{ verdict: 'review', message: /^calls Service guard\/guard about pods, pods\/ephemeralcontainers$/ }],
    },
    {
      given: 'one at an address, that lets requests through without an answer',
      objects: [
        mutating('guard', [
          webhook('a.example.com', {
            failurePolicy: 'Ignore',
            clientConfig: { url: 'https://example.com' },
            rules: [],
          }),
        ]),
      ],
      expect: 'review',
      findings: [
        { verdict: 'review', message: /calls https:\/\/example\.com about nothing; without an answer 1 of 1/ },
      ],
    },
    { given: 'none', objects: [], expect: 'not-applicable' },
    {
      given: 'only validating ones',
      objects: [validating('inject', [webhook('a.example.com')])],
      expect: 'not-applicable',
    },
    { given: 'a configuration without webhooks', objects: [mutating('empty', [])], expect: 'not-applicable' },
    {
      given: 'an object that is none',
      objects: [mutating('odd', [{ name: 'a.example.com', rules: 'all' }])],
      expect: 'unknown',
    },
  ],
  true,
);
