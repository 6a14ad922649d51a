import check from '../../../checks/cloud-controller-manager/allow-untagged-cloud.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  {
    given: 'no flag, and a version of the vendor',
    objects: running('cloud-controller-manager', [], '27.1.6'),
    expect: 'pass',
  },
  { given: 'the flag off', objects: asked('--allow-untagged-cloud=false'), expect: 'pass' },
  {
    given: 'the deprecated flag, which still works',
    objects: asked('--allow-untagged-cloud'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no id of the cluster/ }],
  },
  ...unknownCases('cloud-controller-manager', 'allow-untagged-cloud'),
]);
