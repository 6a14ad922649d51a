import check from '../../../checks/kube-apiserver/audit-live.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';
import { metrics, serverVersion } from '../../support/objects.ts';

const EVENTS = 'apiserver_audit_event_total 973';
const LEVELS = 'apiserver_audit_level_total{level="Metadata"} 487';
const REJECTED = 'apiserver_audit_requests_rejected_total 0';

describeCheck(check, [
  ...metricsCases({
    passing: [EVENTS, LEVELS, REJECTED],
    failing: ['apiserver_audit_event_total 0', REJECTED],
    byAbsence: false,
  }),
  {
    given: 'events that a plugin could not write',
    objects: counting([EVENTS, REJECTED, 'apiserver_audit_error_total{plugin="webhook"} 3']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^3 of 973 audit events were lost/ }],
  },
  {
    given: 'requests that were refused for events that a plugin could not write, counted once',
    objects: counting([
      EVENTS,
      'apiserver_audit_error_total{plugin="log"} 3',
      'apiserver_audit_requests_rejected_total 3',
    ]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^3 of 973 audit events were lost/ }],
  },
  {
    given: 'requests that were refused since auditing failed',
    objects: counting([EVENTS, 'apiserver_audit_requests_rejected_total 2']),
    expect: 'fail',
  },
  {
    given: 'a policy that lets nothing be written',
    objects: counting(['apiserver_audit_event_total 0', 'apiserver_audit_level_total{level="None"} 224', REJECTED]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no audit event/ }],
  },
  { given: 'a server that does not count them', objects: counting([]), expect: 'unknown' },
  {
    given: 'a control plane that a provider runs',
    objects: [serverVersion('v1.33.5-eks-1234567'), metrics([EVENTS])],
    expect: 'not-applicable',
  },
]);
