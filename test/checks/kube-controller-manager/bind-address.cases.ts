import check from '../../../checks/kube-controller-manager/bind-address.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { bindAddressCases } from '../../support/serving.ts';

describeCheck(check, [
  ...bindAddressCases('kube-controller-manager', 10257),
  {
    given: 'loopback for the plain port that is gone, which says nothing of this one',
    objects: running('kube-controller-manager', ['--address=127.0.0.1'], '1.23.17'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /listens on 0\.0\.0\.0/ }],
  },
]);
