import check from '../../../checks/kubelet/system-log-access.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'enableSystemLogQuery',
    passing: false,
    failing: true,
    omitted: 'unknown',
  }),
  {
    given: 'files of logs only, as by default',
    objects: kubelet({ enableSystemLogQuery: false, enableSystemLogHandler: true }),
    expect: 'pass',
  },
  {
    given: 'queries by the gate that is always on from 1.36',
    objects: kubelet({ enableSystemLogQuery: true, enableSystemLogHandler: true }, '1.36.3'),
    expect: 'fail',
  },
  {
    given: 'the gate alone, which queries nothing',
    objects: kubelet({ enableSystemLogQuery: false, featureGates: { NodeLogQuery: true } }, '1.30.4'),
    expect: 'pass',
  },
]);
