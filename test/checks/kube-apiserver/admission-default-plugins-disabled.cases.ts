import check from '../../../checks/kube-apiserver/admission-default-plugins-disabled.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

describeCheck(check, [
  { given: 'nothing switched off', objects: apiServer([]), expect: 'pass' },
  {
    given: 'guards switched off',
    objects: apiServer(['--disable-admission-plugins=ResourceQuota,DefaultStorageClass,LimitRanger']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /: LimitRanger, ResourceQuota$/ }],
  },
  {
    given: 'the guards of certificates, of taints and of runtime classes switched off',
    objects: apiServer([
      '--disable-admission-plugins=CertificateApproval,CertificateSigning,CertificateSubjectRestriction',
      '--disable-admission-plugins=ClusterTrustBundleAttest,RuntimeClass,TaintNodesByCondition',
    ]),
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        message:
          /: CertificateApproval, CertificateSigning, CertificateSubjectRestriction, ClusterTrustBundleAttest, RuntimeClass, TaintNodesByCondition$/,
      },
    ],
  },
  {
    given: 'a convenience switched off',
    objects: apiServer(['--disable-admission-plugins=DefaultStorageClass']),
    expect: 'pass',
  },
  {
    given: 'the old flag, which drops whatever it does not name',
    objects: apiServer(['--admission-control=NamespaceLifecycle,ServiceAccount']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /CertificateApproval, / }],
  },
  { given: 'the old flag with nothing', objects: apiServer(['--admission-control=']), expect: 'fail' },
  {
    given: 'policies that change objects switched off',
    objects: apiServer(['--disable-admission-plugins=MutatingAdmissionPolicy']),
    expect: 'fail',
  },
  {
    given: 'the same where they are off by themselves',
    objects: apiServer(['--disable-admission-plugins=MutatingAdmissionPolicy'], '1.34.4'),
    expect: 'pass',
  },
  {
    given: 'the old flag with all that are on by default',
    objects: apiServer([
      '--admission-control=CertificateApproval,CertificateSigning,CertificateSubjectRestriction,LimitRanger',
      '--admission-control=MutatingAdmissionWebhook,ResourceQuota,RuntimeClass,TaintNodesByCondition',
      '--admission-control=ClusterTrustBundleAttest,MutatingAdmissionPolicy,ValidatingAdmissionPolicy,ValidatingAdmissionWebhook',
    ]),
    expect: 'pass',
  },
  {
    given: 'the old flag on a version beyond the data',
    objects: apiServer(['--admission-control=ServiceAccount', '--disable-admission-plugins='], '1.99.0'),
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'disable-admission-plugins', passing: 'Priority', failing: 'RuntimeClass', type: 'list' }),
]);
