import check from '../../../checks/kubelet/event-qps.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'eventRecordQPS',
    passing: 50,
    failing: 0,
    omitted: 'unknown',
  }),
  {
    given: 'zero before 1.37, which is not without limit',
    objects: kubelet({ eventRecordQPS: 0 }, '1.36.2'),
    expect: 'pass',
  },
  { given: 'zero from 1.37.0 on', objects: kubelet({ eventRecordQPS: 0 }, '1.37.0'), expect: 'fail' },
  { given: 'zero and no version', objects: kubelet({ eventRecordQPS: 0 }, 'odd'), expect: 'unknown' },
  { given: 'a number in quotes', objects: kubelet({ eventRecordQPS: '5' }), expect: 'unknown' },
]);
