import { allApiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { judgeSkew } from '../../src/judge/releases/skew-judgement.ts';
import { notOnPlatform } from '../../src/judge/settings/platform.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kubelet/version-skew',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets are within the supported distance of the API server',
      broken: 'Kubelets are too old or too new for the API server',
    },
    rationale:
      'Kubernetes is tested with kubelets that are at most three minors older than the API server (two for kubelets before 1.25) and never newer. Beyond that, fields that guard a pod may be unknown to one side and dropped.',
    remediation: {
      kubeadm:
        'Upgrade the kubelets of the named nodes, one node at a time; where kubelets are newer, upgrade the control plane first.',
      k3s: 'Upgrade the agents; the servers always come first.',
      managed: 'Upgrade the node pools to the version of the control plane.',
      mayBreak:
        'Draining moves pods: disruption budgets and pods without a controller decide whether work is interrupted.',
    },
    references: [{ title: 'Version skew policy', url: 'https://kubernetes.io/releases/version-skew-policy/#kubelet' }],
    since: '0.1.0',
  },
  needs: ['settings:kubelet', 'version'],
  wants: ['settings:kube-apiserver'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kubelet'];
    const servers = allApiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    return each(
      instances,
      (instance) => notOnPlatform(instance, false) ?? judgeSkew('kubelet', instance, servers, context),
      none,
    );
  },
});
