import { together } from '../../src/judge/evidence.ts';
import { automated } from '../../src/model/check.ts';
import type { Evaluation, Evidence, Finding, Uncertainty } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Lease } from '../../src/shapes/generated.ts';

const NAME = 'kube-scheduler';
const SUBJECT = { kind: 'Lease', name: NAME, namespace: 'kube-system' };
/** In milliseconds: the leader renews its lease every two seconds. */
const PATIENCE = 60_000;

export default automated({
  meta: {
    id: 'kube-scheduler/leader-election',
    component: 'kube-scheduler',
    severity: 'low',
    population: false,
    title: { holds: 'One scheduler leads and renews its lease', broken: 'No scheduler leads, or several do' },
    rationale:
      'Of several schedulers the one that holds the lease places pods. Where nobody renews it no pod is placed, and what fails or is evicted does not come back, programs that guard the cluster included. Schedulers that elect no leader place pods beside each other and over-fill nodes.',
    remediation: {
      kubeadm:
        'Look at the log of the scheduler ("kubectl -n kube-system logs -l component=kube-scheduler") and at whether it reaches the API server; remove --leader-elect=false from /etc/kubernetes/manifests/kube-scheduler.yaml on each control-plane node.',
      k3s: 'Remove leader-elect from kube-scheduler-arg on the servers.',
      mayBreak: 'The scheduler restarts; while none leads no pod is placed and running pods go on.',
    },
    references: [
      { title: 'Leases', url: 'https://kubernetes.io/docs/concepts/architecture/leases/' },
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-scheduler', 'leases'],
  evaluate: ({ 'settings:kube-scheduler': { instances, none }, leases }, { now }): Evaluation => {
    if (instances.length === 0) return none;
    return [withoutElection(instances) ?? judgeLease(leases, now) ?? unseen(instances)];
  },
});

/** Where schedulers elect no leader: wrong of several, moot for the only one. */
function withoutElection(instances: readonly Instance[]): Finding | undefined {
  const off = instances
    .map((instance) => instance.get('leader-elect'))
    .filter((one) => one.known && one.value === false);
  const [first, ...rest] = off.flatMap((one) => (one.known ? [one.evidence] : []));
  if (first === undefined) return undefined;
  const subject = SUBJECT;
  const evidence = together(first, ...rest);
  if (instances.length === 1) {
    return {
      verdict: 'not-applicable',
      subject,
      evidence,
      because: 'the only scheduler needs no leader to be elected',
    };
  }
  const message = `${off.length} of ${instances.length} schedulers place pods without being elected`;
  return { verdict: 'fail', subject, evidence, message };
}

/** Whether the lease is renewed; undefined where there is none that tells. */
function judgeLease(leases: readonly Lease[], now: string | undefined): Finding | undefined {
  const lease = leases.find(({ metadata }) => metadata.name === NAME);
  const { renewTime } = lease?.spec ?? {};
  const renewed = Date.parse(renewTime ?? '');
  if (renewTime === undefined || Number.isNaN(renewed)) return undefined;
  const subject = SUBJECT;
  const evidence: Evidence = {
    from: 'object',
    object: { apiVersion: 'coordination.k8s.io/v1', ...SUBJECT },
    pointer: '/spec/renewTime',
    observed: renewTime,
    expected: 'within a minute',
  };
  // Leases of others show what the clocks of the cluster say; the one of whoever scans may differ.
  const others = leases.filter((one) => one !== lease).map(({ spec }) => Date.parse(spec.renewTime ?? ''));
  const latest = Math.max(...others.filter((time) => !Number.isNaN(time)));
  const age = (Number.isFinite(latest) ? latest : Date.parse(now ?? '')) - renewed;
  if (age < PATIENCE) return { verdict: 'pass', subject, evidence: [evidence] };
  if (!Number.isFinite(latest)) return { verdict: 'unknown', subject, evidence: [evidence], because: NO_CLOCK };
  const message = `nobody renewed it for ${Math.round(age / 1000)} seconds`;
  return { verdict: 'fail', subject, evidence: [evidence], message };
}

const NO_CLOCK: Uncertainty = {
  code: 'not-visible',
  detail: 'nothing but the clock of this machine tells how old the lease is, and that may be wrong',
};

function unseen(instances: readonly Instance[]): Finding {
  const hidden = instances.map((instance) => instance.get('leader-elect')).find((one) => !one.known);
  const because: Uncertainty =
    hidden?.known === false
      ? hidden.because
      : { code: 'not-visible', detail: `there is no Lease ${NAME} in kube-system that says when it was renewed` };
  return { verdict: 'unknown', subject: SUBJECT, evidence: [], because };
}
