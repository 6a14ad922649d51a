import { together } from '../../src/judge/evidence.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';
import type { DaemonSet } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/audit-forwarding',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Audit events leave the control-plane host',
      broken: 'No audit event leaves the control-plane host',
    },
    rationale:
      'Who becomes root on a control-plane node deletes the audit log that shows how. Events that went to another place as they were made cannot be deleted with it. What a program on the host itself forwards the API does not show.',
    remediation: {
      kubeadm:
        'Send events to a collector with --audit-webhook-config-file in /etc/kubernetes/manifests/kube-apiserver.yaml, or run a log shipper as a DaemonSet that tolerates the taint of control-plane nodes and mounts the folder of --audit-log-path read-only.',
      k3s: 'The same with audit-webhook-config-file in kube-apiserver-arg.',
      managed: 'Switch the audit log of the control plane on at the provider, and keep it in another account.',
      mayBreak:
        'In the mode blocking-strict requests fail while the collector is away; the default, batch, loses events instead.',
    },
    references: [
      {
        title: 'Auditing: webhook backend',
        url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#webhook-backend',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'Audit logging' },
      { benchmark: 'NSA/CISA', number: 'SIEM' },
      { benchmark: 'CIS EKS', number: '2.1.2' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['daemon-sets'],
  evaluate: ({ 'settings:kube-apiserver': { instances, none }, 'daemon-sets': daemonSets }) =>
    each(instances, (instance) => judge(instance, daemonSets), none),
});

function judge(instance: Instance, daemonSets: Gathered<readonly DaemonSet[]>): Finding {
  const { subject } = instance;
  const [webhook, log, policy] = [
    instance.get('audit-webhook-config-file'),
    instance.get('audit-log-path'),
    instance.get('audit-policy-file'),
  ];
  if (!webhook.known) return { verdict: 'unknown', subject, evidence: [], because: webhook.because };
  if (!log.known) return { verdict: 'unknown', subject, evidence: webhook.evidence, because: log.because };
  const places = together(webhook.evidence, log.evidence);
  if (!isGiven(webhook.value) && !isGiven(log.value)) {
    const message = 'neither a log file nor a webhook is set: no audit event is written at all';
    return { verdict: 'fail', subject, evidence: places, message };
  }
  if (!policy.known) return { verdict: 'unknown', subject, evidence: places, because: policy.because };
  const evidence = together(places, policy.evidence);
  if (!isGiven(policy.value)) {
    return { verdict: 'fail', subject, evidence, message: 'no policy is set: no audit event is written at all' };
  }
  if (isGiven(webhook.value)) return { verdict: 'pass', subject, evidence };
  if (log.value === '/dev/null') {
    const message = 'no webhook is set, and the log is thrown away as it is written (/dev/null)';
    return { verdict: 'fail', subject, evidence, message };
  }
  const path = String(log.value);
  const shippers =
    daemonSets.state === 'failed' ? [] : daemonSets.value.flatMap((one) => mountOf(one, instance.originOf?.(path)));
  if (shippers.length > 0) {
    const message = 'a DaemonSet for control-plane nodes mounts the folder of the audit log: does it forward it?';
    return { verdict: 'review', subject, evidence: together(evidence, shippers), message };
  }
  const detail = `no webhook is set, and whether a program on the host forwards ${path === '-' ? 'its output' : path} does not show`;
  return { verdict: 'unknown', subject, evidence, because: { code: 'not-visible', detail } };
}

const HOST = 'host:';

/** The volume in which a DaemonSet that runs on control-plane nodes sees the file. */
function mountOf({ metadata, spec }: DaemonSet, origin: string | undefined): readonly Evidence[] {
  if (origin?.startsWith(HOST) !== true) return [];
  const file = origin.slice(HOST.length);
  const pod = spec.template.spec;
  const tolerates = pod.tolerations.some(
    ({ key, operator, effect }) =>
      (effect === '' || effect === 'NoSchedule') &&
      ((key === '' && operator === 'Exists') || key === 'node-role.kubernetes.io/control-plane'),
  );
  const { name, namespace } = metadata;
  const object = { apiVersion: 'apps/v1', kind: 'DaemonSet', name, namespace };
  return pod.volumes.flatMap(({ hostPath }, index) => {
    const folder = hostPath?.path.replace(/\/+$/, '');
    if (!tolerates || hostPath === undefined || folder === undefined || !`${file}/`.startsWith(`${folder}/`)) return [];
    const pointer = `/spec/template/spec/volumes/${index}/hostPath/path`;
    return [{ from: 'object', object, pointer, observed: hostPath.path } as const];
  });
}
