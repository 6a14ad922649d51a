import check from '../../../checks/kube-scheduler/leader-election.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const one = (...flags: readonly string[]) => running('kube-scheduler', flags);
const two = (...flags: readonly string[]) =>
  ['node-1', 'node-2'].map((name) => controlPlanePod('kube-scheduler', { node: name, flags }));
const lease = (name: string, renewTime?: string) => ({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name, namespace: 'kube-system' },
  spec: renewTime === undefined ? {} : { renewTime },
});
const at = (time: string) => `2026-11-23T${time}.000000Z`;
const CLOCK = lease('apiserver-x', at('23:59:58'));

describeCheck(check, [
  {
    given: 'a lease that is renewed',
    objects: [...two(), lease('kube-scheduler', at('23:59:57')), CLOCK],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Lease', name: 'kube-scheduler' } }],
  },
  {
    given: 'a lease that nobody renews, by what other leases say the time is',
    objects: [...one(), lease('kube-scheduler', at('23:54:58')), CLOCK],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^nobody renewed it for 300 seconds$/ }],
  },
  {
    given: 'a lease that is renewed, and a clock of whoever scans that is ahead',
    objects: [...one(), lease('kube-scheduler', at('22:00:00')), lease('apiserver-x', at('22:00:01'))],
    expect: 'pass',
  },
  {
    given: 'the only lease, which is new',
    objects: [...one(), lease('kube-scheduler', at('23:59:57'))],
    expect: 'pass',
  },
  {
    given: 'the only lease, which seems old',
    objects: [...one(), lease('kube-scheduler', at('22:00:00'))],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /the clock of this machine/ }],
  },
  {
    given: 'a lease that is renewed, of a scheduler whose file decides how',
    objects: [...one('--config=/etc/scheduler.yaml'), lease('kube-scheduler', at('23:59:57')), CLOCK],
    expect: 'pass',
  },
  {
    given: 'schedulers that elect nobody',
    objects: [...two('--leader-elect=false'), lease('kube-scheduler', at('23:59:57')), CLOCK],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^2 of 2 schedulers place pods without being elected$/ }],
  },
  { given: 'the only scheduler, which elects nobody', objects: one('--leader-elect=false'), expect: 'not-applicable' },
  {
    given: 'no lease, as where it has another name',
    objects: one('--leader-elect-resource-name=own'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no Lease kube-scheduler/ }],
  },
  { given: 'a lease that says no time', objects: [...one(), lease('kube-scheduler')], expect: 'unknown' },
  {
    given: 'no lease, and a file that decides',
    objects: one('--config=/etc/scheduler.yaml'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /\/etc\/scheduler\.yaml/ }],
  },
  { given: 'no pod of the component', objects: [serverVersion(), node('node-1'), CLOCK], expect: 'unknown' },
]);
