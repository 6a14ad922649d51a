import check from '../../../checks/kube-apiserver/security-gates-disabled.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const gates = (list: string, version?: string) => apiServer([`--feature-gates=${list}`], version);

describeCheck(check, [
  { given: 'no gates', objects: apiServer([]), expect: 'pass' },
  { given: 'others', objects: gates('Some=false,Other=true'), expect: 'pass' },
  {
    given: 'a protection that is off',
    objects: gates('ServiceAccountNodeAudienceRestriction=false'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /ServiceAccountNodeAudienceRestriction is off/ }],
  },
  {
    given: 'one with its component in front',
    objects: gates('kube:TokenRequestServiceAccountUIDValidation=false'),
    expect: 'fail',
  },
  {
    given: 'one that is on in so many words',
    objects: gates('ServiceAccountNodeAudienceRestriction=true'),
    expect: 'pass',
  },
  {
    given: 'one that this version has off anyway',
    objects: gates('ServiceAccountNodeAudienceRestriction=false', '1.32.2'),
    expect: 'pass',
  },
  { given: 'all of beta off', objects: gates('AllBeta=false'), expect: 'fail' },
  {
    given: 'all of beta off, and those that protect on',
    objects: gates(
      'AllBeta=false,AuthorizePodWebsocketUpgradeCreatePermission=true,ServiceAccountNodeAudienceRestriction=true,TokenRequestServiceAccountUIDValidation=true',
    ),
    expect: 'pass',
  },
  { given: 'all of beta off where none of them is beta', objects: gates('AllBeta=false', '1.28.3'), expect: 'pass' },
  {
    given: 'a hole that is opened again',
    objects: gates('AllowInsecureKubeletCertificateSigningRequests=true'),
    expect: 'fail',
  },
  {
    given: 'gates, and a version that is not known',
    objects: [
      controlPlanePod('kube-apiserver', {
        flags: ['--feature-gates=AllBeta=false'],
        image: 'example.org/kube-apiserver:latest',
      }),
    ],
    expect: 'unknown',
  },
  ...flagCases({
    flag: 'feature-gates',
    passing: 'ServiceAccountNodeAudienceRestriction=true',
    failing: 'ServiceAccountNodeAudienceRestriction=false',
    type: 'list',
  }),
]);
