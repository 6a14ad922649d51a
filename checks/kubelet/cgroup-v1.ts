import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';

/** First minor in which kubelets refuse cgroup v1 unless told otherwise. */
const REFUSED_FROM = 35;

export default settingsCheck({
  meta: {
    id: 'kubelet/cgroup-v1',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: { holds: 'Nodes use cgroup v2', broken: 'Kubelets are told to start on cgroup v1 too' },
    rationale:
      'On cgroup v1 a container with many rights writes to the release agent and gets out onto the node, and memory and swap limits have holes. Kubernetes no longer improves it: kubelets refuse it from 1.35 on, unless they are told to start all the same.',
    remediation: {
      kubeadm:
        'Boot the nodes with cgroup v2 (systemd.unified_cgroup_hierarchy=1, or a current distribution), drained, one at a time; then remove failCgroupV1: false from the kubelet-config ConfigMap in kube-system and from /var/lib/kubelet/config.yaml on every node.',
      k3s: 'Boot the nodes with cgroup v2, then remove fail-cgroupv1 from kubelet-arg.',
      managed: 'Move the nodes to an image with cgroup v2.',
      mayBreak:
        'A kubelet without that setting does not start on cgroup v1. Old Java runtimes and agents that read cgroup files need a version that knows v2.',
    },
    references: [
      { title: 'About cgroup v2', url: 'https://kubernetes.io/docs/concepts/architecture/cgroups/' },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  linuxOnly: true,
  settings: { failCgroupV1: 'true' },
  judge: ({ failCgroupV1 }, { version }): Judgement => {
    if (failCgroupV1.value === true) return { verdict: 'pass', message: 'the kubelet would not run on cgroup v1' };
    const parsed = version && parseKubernetesVersion(version.value);
    if (version === undefined || parsed === undefined || parsed.minor < REFUSED_FROM) {
      const detail = 'before 1.35 kubelets start on cgroup v1 and v2 by default; which the node has is not visible';
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    return {
      verdict: 'fail',
      evidence: version.evidence,
      message: 'failCgroupV1 is set to false, against the default',
    };
  },
});
