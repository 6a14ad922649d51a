import check from '../../../checks/kubelet/alpha-gates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

const gates = (featureGates: object, version?: string) => kubelet({ featureGates }, version);

describeCheck(check, [
  ...fieldCases({
    field: 'featureGates',
    passing: { KubeletFineGrainedAuthz: true },
    failing: { AllAlpha: true },
    omitted: 'pass',
  }),
  { given: 'all beta features', objects: gates({ AllBeta: true }), expect: 'fail' },
  { given: 'neither stage', objects: gates({ AllAlpha: false, AllBeta: false }), expect: 'pass' },
  {
    given: 'a feature that is alpha in this version',
    objects: gates({ KubeletInUserNamespace: true }, '1.36.3'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^KubeletInUserNamespace is alpha$/ }],
  },
  {
    given: 'the same one where it is beta',
    objects: gates({ KubeletInUserNamespace: true }, '1.37.2'),
    expect: 'pass',
  },
  {
    given: 'an alpha feature that is off',
    objects: gates({ KubeletInUserNamespace: false }, '1.36.3'),
    expect: 'pass',
  },
  {
    given: 'a gate of a feature that was removed, which is stale and not alpha',
    objects: gates({ AppArmor: true }),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^AppArmor no longer exists/ }],
  },
  { given: 'a gate that nobody knows', objects: gates({ HouseFeature: true }), expect: 'unknown' },
  {
    given: 'a gate that nobody knows beside a bad one',
    objects: gates({ HouseFeature: true, AllAlpha: true }),
    expect: 'fail',
  },
  {
    given: 'the configuration from the API server',
    objects: gates({ DynamicKubeletConfig: true }, '1.22.9'),
    expect: 'fail',
  },
  { given: 'no renewal of certificates', objects: gates({ RotateKubeletServerCertificate: false }), expect: 'fail' },
  {
    given: 'no renewal of the certificate to log in with',
    objects: gates({ RotateKubeletClientCertificate: false }, '1.25.9'),
    expect: 'fail',
  },
  { given: 'no version', objects: gates({ NodeSwap: true }, 'odd'), expect: 'unknown' },
  { given: 'a version that is not described', objects: gates({ NodeSwap: true }, '1.38.0'), expect: 'unknown' },
]);
