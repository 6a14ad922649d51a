import check from '../../../checks/kube-apiserver/crd-conversion-webhook.ts';
import * as pem from '../../support/certificates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { CLIENT, crd, GUARD } from '../../support/webhooks.ts';

const converted = (clientConfig: object) =>
  crd('things.example.com', { group: 'example.com', conversion: { strategy: 'Webhook', webhook: { clientConfig } } });

describeCheck(
  check,
  pem.whileValid([
    { given: 'an operator that converts its kind, as many do', objects: [converted(CLIENT), GUARD], expect: 'pass' },
    { given: 'a Service that is gone', objects: [converted(CLIENT)], expect: 'fail' },
    { given: 'no authority', objects: [converted({ service: CLIENT.service }), GUARD], expect: 'fail' },
    {
      given: 'no conversion, with what is left of a webhook',
      objects: [crd('things.example.com', { conversion: { strategy: 'None', webhook: { clientConfig: CLIENT } } })],
      expect: 'not-applicable',
    },
    { given: 'no custom resources', objects: [], expect: 'not-applicable' },
  ]),
);
