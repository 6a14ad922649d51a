import { combined } from '../../src/judge/releases/combined.ts';
import { judgeSupport, judgeVulnerabilities, providerOf } from '../../src/judge/releases/release-judgement.ts';
import { notOnPlatform } from '../../src/judge/settings/platform.ts';
import { automated } from '../../src/model/check.ts';
import type { Vulnerability } from '../../src/model/facts.ts';
import { each } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kubelet/version-supported',
    component: 'kubelet',
    severity: 'high',
    population: true,
    title: {
      holds: 'Kubelets run a release with patches and without known flaws',
      broken: 'Kubelets run a release without patches, or with known flaws',
    },
    rationale:
      'The kubelet starts and guards every container of its node. Flaws in it that let a pod out onto the node are published with their patches, and a minor without patches keeps them, as does a node that was not given the patch.',
    remediation: {
      kubeadm:
        'After the control plane, one node at a time: "kubectl drain NODE --ignore-daemonsets", install kubeadm and the kubelet of the new minor, "kubeadm upgrade node", restart the kubelet, "kubectl uncordon NODE".',
      k3s: 'Install the newest release on the agents one by one, after the servers.',
      managed: 'Upgrade the node pools to the version of the control plane.',
      mayBreak:
        'Draining moves pods: disruption budgets and pods without a controller decide whether work is interrupted.',
    },
    references: [
      { title: 'Kubernetes releases and their end of life', url: 'https://kubernetes.io/releases/' },
      {
        title: 'Upgrading Linux nodes',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/upgrading-linux-nodes/',
      },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0273' },
      { benchmark: 'Popeye', number: '405' },
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'DISA STIG', number: 'V-242442' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
      { benchmark: 'CIS GKE', number: '5.5.3' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kubelet'],
  wants: ['managed-plane'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kubelet'];
    const provider = providerOf(cluster['managed-plane']);
    return each(
      instances,
      (instance) =>
        notOnPlatform(instance, false) ??
        combined(
          judgeSupport(instance, context, provider),
          judgeVulnerabilities('kubelet', instance, context, provider, appliesTo(instance)),
        ),
      none,
    );
  },
});

/** On nodes that run Linux the flaws of Windows nodes are none. */
const appliesTo =
  ({ platform }: Instance) =>
  ({ requires }: Vulnerability): boolean =>
    platform?.value !== 'linux' || requires?.startsWith('a Windows node') !== true;
