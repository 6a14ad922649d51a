import check from '../../../checks/kubelet/pod-pids-limit.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'podPidsLimit',
    passing: 4096,
    failing: -1,
    omitted: 'unknown',
    linuxOnly: true,
  }),
  { given: 'a limit of zero', objects: kubelet({ podPidsLimit: 0 }), expect: 'fail' },
]);
