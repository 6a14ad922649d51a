import check from '../../../checks/kube-controller-manager/legacy-token-cleanup.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

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
  { given: 'a release without it', objects: running('kube-controller-manager', [], '1.27.16'), expect: 'unknown' },
  ...unknownCases('kube-controller-manager', 'legacy-service-account-token-clean-up-period'),
]);
