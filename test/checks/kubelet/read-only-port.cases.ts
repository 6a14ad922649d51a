import check from '../../../checks/kubelet/read-only-port.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'readOnlyPort',
    passing: 0,
    failing: 10255,
    omitted: 'pass',
  }),
  { given: 'a port in quotes', objects: kubelet({ readOnlyPort: '0' }), expect: 'unknown' },
]);
