import check from '../../../checks/kube-controller-manager/cloud-provider.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'a manager beside it', objects: asked('--cloud-provider=external'), expect: 'pass' },
  { given: 'the empty text', objects: asked('--cloud-provider='), expect: 'pass' },
  {
    given: 'a cloud by its name',
    objects: running('kube-controller-manager', ['--cloud-provider=aws', '--cloud-config=/etc/aws.conf'], '1.26.15'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /credentials of aws/ }],
  },
  ...unknownCases('kube-controller-manager', 'cloud-provider'),
]);
