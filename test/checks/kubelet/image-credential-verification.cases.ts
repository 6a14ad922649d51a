import check from '../../../checks/kubelet/image-credential-verification.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';
import { controlPlanePod } from '../../support/objects.ts';

const server = (plugins: string, node = 'node-1') =>
  controlPlanePod('kube-apiserver', { node, flags: [`--enable-admission-plugins=${plugins}`] });
const PLAIN = server('NodeRestriction');
const PULLING = server('NodeRestriction,AlwaysPullImages');
const policy = (value: string, version?: string) => kubelet({ imagePullCredentialsVerificationPolicy: value }, version);

describeCheck(check, [
  ...fieldCases({
    field: 'imagePullCredentialsVerificationPolicy',
    passing: 'NeverVerifyPreloadedImages',
    failing: 'NeverVerify',
    omitted: 'fail',
  }).map((one) => ({ ...one, objects: [...one.objects, PLAIN] })),
  { given: 'all images checked', objects: [...policy('AlwaysVerify'), PLAIN], expect: 'pass' },
  { given: 'all images but some', objects: [...policy('NeverVerifyAllowlistedImages'), PLAIN], expect: 'pass' },
  {
    given: 'an older kubelet with images that are always pulled',
    objects: [...kubelet({}, '1.34.4'), PULLING],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /AlwaysPullImages/ }],
  },
  {
    given: 'a kubelet told not to check, with images that are always pulled',
    objects: [...policy('NeverVerify'), PULLING],
    expect: 'pass',
  },
  {
    given: 'one of two API servers that has images pulled',
    objects: [...kubelet({}, '1.34.3'), PULLING, server('NodeRestriction', 'node-2')],
    expect: 'fail',
  },
  { given: 'an older kubelet without a look at the API server', objects: kubelet({}, '1.34.2'), expect: 'unknown' },
  {
    given: 'an API server whose plugins are not visible',
    objects: [
      ...kubelet({}, '1.34.1'),
      controlPlanePod('kube-apiserver', { command: ['sh', '-c', 'kube-apiserver $FLAGS'] }),
    ],
    expect: 'unknown',
  },
  { given: 'an odd policy', objects: [...policy('SometimesVerify'), PLAIN], expect: 'unknown' },
]);
