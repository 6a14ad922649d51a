import check from '../../../checks/kubelet/debugging-handlers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';

const handlers = (profiling: unknown, flags: unknown, debugging: unknown = true) => ({
  enableProfilingHandler: profiling,
  enableDebugFlagsHandler: flags,
  enableDebuggingHandlers: debugging,
});

describeCheck(check, [
  ...configCases({
    passing: handlers(false, false),
    failing: handlers(true, true),
    odd: handlers({ odd: { odder: true } }, false),
    omitted: 'unknown',
  }),
  {
    given: 'profiling only',
    objects: kubelet(handlers(true, false)),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^offers profiles of the kubelet$/ }],
  },
  {
    given: 'log levels only',
    objects: kubelet(handlers(false, true)),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^offers a change of its log level$/ }],
  },
  {
    given: 'no debugging handlers at all, which is never asked for',
    objects: kubelet(handlers(true, true, false)),
    expect: 'pass',
  },
]);
