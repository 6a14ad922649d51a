import check from '../../../checks/kubelet/streaming-timeout.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'streamingConnectionIdleTimeout',
    passing: '5m0s',
    failing: '0s',
    omitted: 'unknown',
    version: '1.33.4',
  }),
  {
    given: 'a kubelet that does not look at it',
    objects: kubelet({ streamingConnectionIdleTimeout: '0s' }, '1.34.0'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /1\.34/ }],
  },
  {
    given: 'zero in other units',
    objects: kubelet({ streamingConnectionIdleTimeout: '0h0m0s' }, '1.30.1'),
    expect: 'fail',
  },
  { given: 'no duration', objects: kubelet({ streamingConnectionIdleTimeout: 'never' }, '1.30.1'), expect: 'unknown' },
  { given: 'no version', objects: kubelet({ streamingConnectionIdleTimeout: '0s' }, 'odd'), expect: 'unknown' },
]);
