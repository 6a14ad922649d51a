import { expecting, together } from '../../src/judge/evidence.ts';
import { nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { notOnPlatform } from '../../src/judge/settings/platform.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidences, each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'container-runtime/log-rotation',
    component: 'container-runtime',
    severity: 'low',
    population: true,
    title: { holds: 'The logs of containers are rotated', broken: 'The logs of containers grow without end' },
    rationale:
      'What containers write to standard output lies on the disk of the node. Without rotation one pod that writes much fills it, the kubelet evicts other pods, and an attacker can so push out what watches them. The kubelet rotates at 10 MiB and keeps five files unless told otherwise; where Docker keeps the logs, its own settings count, which the API does not show.',
    remediation: {
      kubeadm:
        'Set containerLogMaxSize: 10Mi and containerLogMaxFiles: 5 in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove container-log-max-size from kubelet-arg, or set it above zero.',
      managed: 'Set it in the kubelet configuration of the node pool.',
      mayBreak: 'Log collectors that cannot follow a rotated file lose lines; older lines are deleted.',
    },
    references: [
      {
        title: 'Kubernetes: log rotation',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-rotation',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kubelet', 'nodes'],
  evaluate: ({ 'settings:kubelet': { instances, none }, nodes }) => {
    const docker = nodes.filter(({ status }) => status.nodeInfo.containerRuntimeVersion.startsWith('docker://'));
    return each(instances, (instance) => notOnPlatform(instance, false) ?? judge(instance, docker), none);
  },
});

/** A node of the group whose logs Docker keeps; where the group has more members than it names, any such node may be one. */
function dockerNode({ subject: { members } }: Instance, docker: readonly Node[]): Node | undefined {
  const samples = members?.samples ?? [];
  const named = docker.find(({ metadata }) => samples.includes(metadata.name));
  return named ?? ((members?.count ?? 0) > samples.length ? docker[0] : undefined);
}

function judge(instance: Instance, docker: readonly Node[]): Finding {
  const { subject } = instance;
  const size = instance.get('containerLogMaxSize');
  if (!size.known) return { verdict: 'unknown', subject, evidence: [], because: size.because };
  const files = instance.get('containerLogMaxFiles');
  if (!files.known) return { verdict: 'unknown', subject, evidence: size.evidence, because: files.because };
  const evidence: Evidences = together(
    expecting(size.evidence, 'a size, not below zero'),
    expecting(files.evidence, 'more than one file'),
  );
  const other = dockerNode(instance, docker);
  if (other !== undefined) {
    const { containerRuntimeVersion } = other.status.nodeInfo;
    const runtime = nodeEvidence(other, '/status/nodeInfo/containerRuntimeVersion', containerRuntimeVersion);
    const detail = 'Docker keeps the logs of containers by settings of its own, and the kubelet does not rotate them';
    return { verdict: 'unknown', subject, evidence: [...evidence, runtime], because: { code: 'not-visible', detail } };
  }
  const text = String(size.value);
  if (!/^-?[\d.]+(?:[kKMGTPE]i?)?$/.test(text)) {
    const detail = `containerLogMaxSize "${text}" is no size`;
    return { verdict: 'unknown', subject, evidence, because: { code: 'not-understood', detail } };
  }
  // The kubelet takes a size below zero for "never", and refuses to start with fewer than two files.
  if (text.startsWith('-')) return { verdict: 'fail', subject, evidence, message: `${text} switches rotation off` };
  return { verdict: 'pass', subject, evidence };
}
