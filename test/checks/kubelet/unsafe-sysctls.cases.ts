import check from '../../../checks/kubelet/unsafe-sysctls.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'allowedUnsafeSysctls',
    passing: [],
    failing: ['kernel.sem'],
    omitted: 'pass',
    linuxOnly: true,
  }),
  {
    given: 'a pattern, which allows more than it names',
    objects: kubelet({ allowedUnsafeSysctls: ['net.core.somaxconn', 'kernel.msg*'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^allows all that begin with kernel.msg, net.core.somaxconn$/ }],
  },
]);
