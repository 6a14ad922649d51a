import check from '../../../checks/kube-apiserver/storageversion-migration.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { crd } from '../../support/webhooks.ts';

describeCheck(check, [
  { given: 'one version', objects: [crd('a.example.com', {}, { storedVersions: ['v1'] })], expect: 'pass' },
  {
    given: 'two versions',
    objects: [
      crd('a.example.com', {}, { storedVersions: ['v1'] }),
      crd('b.example.com', {}, { storedVersions: ['v1beta1', 'v1'] }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'b.example.com' }, message: /stored as v1beta1 and v1/ }],
  },
  { given: 'nothing said, as in a manifest', objects: [crd('a.example.com')], expect: 'unknown' },
  { given: 'no custom resources', objects: [], expect: 'not-applicable' },
]);
