import check from '../../../checks/kube-controller-manager/legacy-token-cleanup.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'thirty days', objects: asked('--legacy-service-account-token-clean-up-period=720h'), expect: 'pass' },
  {
    given: 'a minute more than a year',
    objects: asked('--legacy-service-account-token-clean-up-period=8760h1m'),
    expect: 'fail',
  },
  {
    given: 'ten years',
    objects: asked('--legacy-service-account-token-clean-up-period=87600h'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /for 87600h/ }],
  },
  { given: 'no duration', objects: asked('--legacy-service-account-token-clean-up-period=1y'), expect: 'unknown' },
  {
    given: 'the cleaner switched off',
    objects: asked('--controllers=*,-legacy-serviceaccount-token-cleaner-controller'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off/ }],
  },
  {
    given: 'the release that has it in alpha',
    objects: running('kube-controller-manager', [], '1.28.15'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /gate LegacyServiceAccountTokenCleanUp is off/ }],
  },
  {
    given: 'the release that has it in alpha, and its gate on',
    objects: running('kube-controller-manager', ['--feature-gates=LegacyServiceAccountTokenCleanUp=true'], '1.28.15'),
    expect: 'pass',
  },
  {
    given: 'the release that has it in beta, and gates in beta off',
    objects: running('kube-controller-manager', ['--feature-gates=AllBeta=false'], '1.29.15'),
    expect: 'fail',
  },
  {
    given: 'gates that cannot be read, where there is this one',
    objects: running('kube-controller-manager', ['--feature-gates=$(GATES)'], '1.29.15'),
    expect: 'unknown',
  },
  {
    given: 'gates in beta off, where it is on for good',
    objects: asked('--feature-gates=AllBeta=false'),
    expect: 'pass',
  },
  {
    given: 'a version that cannot be told',
    objects: [
      controlPlanePod('kube-controller-manager', {
        image: 'registry.example/kube-controller-manager@sha256:00',
        flags: ['--legacy-service-account-token-clean-up-period=720h', '--controllers=*'],
      }),
    ],
    expect: 'unknown',
  },
  {
    given: 'a release that removes none',
    objects: running('kube-controller-manager', [], '1.27.16'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^unused tokens stay usable: 1\.27 removes none$/ }],
  },
  ...unknownCases('kube-controller-manager', 'legacy-service-account-token-clean-up-period'),
]);
