import check from '../../../checks/kube-apiserver/admission-webhooks-enabled.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'the default, where no list names them', objects: apiServer([]), expect: 'pass' },
  {
    given: 'webhooks switched off',
    objects: apiServer(['--disable-admission-plugins=ValidatingAdmissionWebhook,MutatingAdmissionWebhook']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^switched off: MutatingAdmissionWebhook, ValidatingAdmissionWebhook$/ }],
  },
  {
    given: 'policies switched off',
    objects: apiServer(['--disable-admission-plugins=ValidatingAdmissionPolicy']),
    expect: 'fail',
  },
  {
    given: 'a version that has no policies yet',
    objects: apiServer([], '1.24.17'),
    expect: 'pass',
  },
  {
    given: 'the old flag, which drops what it does not name',
    objects: apiServer(['--admission-control=ServiceAccount,MutatingAdmissionWebhook,ValidatingAdmissionWebhook']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^switched off: ValidatingAdmissionPolicy$/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'disable-admission-plugins',
    passing: 'Priority',
    failing: 'ValidatingAdmissionWebhook',
    type: 'list',
  }),
]);
