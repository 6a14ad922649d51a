import { together } from '../../src/judge/evidence.ts';
import { notOnPlatform } from '../../src/judge/settings/platform.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding, type None } from '../../src/model/finding.ts';
import type { KubeletOutlier, KubeletPool } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kubelet/config-drift',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'The kubelets of a pool share one security configuration',
      broken: 'Some kubelets of a pool have another security configuration',
    },
    rationale:
      'A node that was set up by hand, or missed by a roll-out, keeps what the others no longer allow. Pods move between the nodes of a pool, so an attacker who can start some only has to wait until one lands on the weakest. Pools may differ on purpose, and so may versions: each is compared within itself.',
    remediation: {
      kubeadm:
        'On the named nodes run "kubeadm upgrade node phase kubelet-config" and restart the kubelet; look for files in --config-dir and for flags in /var/lib/kubelet/kubeadm-flags.env that set the named fields.',
      k3s: 'Give all nodes of a pool the same kubelet-arg, and restart the service where it differs.',
      managed: 'Replace the named nodes with new ones of the pool.',
      any: 'Where the difference is meant, put these nodes into a pool of their own, or waive them.',
      mayBreak:
        'Workloads that were put on the node because it differs: look for its taints and for node selectors first.',
    },
    references: [
      {
        title: 'Configuring each kubelet in your cluster',
        url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/kubelet-integration/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['kubelet-pools'],
  evaluate: (cluster) => each(cluster['kubelet-pools'], judge, NO_NODE),
});

const LIST = { apiVersion: 'v1', kind: 'Node', name: '' };
const NO_NODE: None = {
  absent: [{ from: 'absence', object: LIST, pointer: '', sought: 'a node' }],
  because: 'the cluster has no node',
};

function judge(pool: KubeletPool): Finding {
  const elsewhere = notOnPlatform(pool, false);
  if (elsewhere !== undefined) return elsewhere;
  const { subject, outliers, unread } = pool;
  const [worst, ...others] = outliers;
  if (worst !== undefined) {
    const evidence = together(worst.evidence, ...others.map((outlier) => outlier.evidence));
    return { verdict: 'fail', subject, evidence, message: outliers.map(told).join('; ') };
  }
  const [because] = unread;
  if (because !== undefined) return { verdict: 'unknown', subject, evidence: [], because };
  const sought = `a kubelet of ${subject.name} with another security configuration`;
  return { verdict: 'pass', subject, evidence: [{ from: 'absence', object: LIST, pointer: '', sought }] };
}

const NAMED = 5;

function told({ nodes, fields }: KubeletOutlier): string {
  const more = fields.length > NAMED ? ` and ${fields.length - NAMED} more` : '';
  return `${nodes} differ in ${fields.slice(0, NAMED).join(', ')}${more}`;
}
