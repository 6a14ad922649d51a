import check from '../../../checks/kube-controller-manager/sa-credentials.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { serverVersion } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'the flag', objects: asked('--use-service-account-credentials=true'), expect: 'pass' },
  { given: 'the bare flag', objects: asked('--use-service-account-credentials'), expect: 'pass' },
  { given: 'no flag', objects: asked(), expect: 'fail', findings: [{ verdict: 'fail', message: /one credential/ }] },
  { given: 'the flag the other way', objects: asked('--use-service-account-credentials=false'), expect: 'fail' },
  {
    given: 'a provider that runs it, out of sight',
    objects: [serverVersion('v1.33.4-eks-3025e55')],
    expect: 'not-applicable',
  },
  ...unknownCases('kube-controller-manager', 'use-service-account-credentials'),
]);
