import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, judgeInstance } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Setting } from '../../src/model/views.ts';
import type { Pod } from '../../src/shapes/generated.ts';

const SETTINGS = {
  staticPodURL: 'not set',
  staticPodPath: 'not set, unless a component runs as a static pod',
};
type Found = Readonly<Record<keyof typeof SETTINGS, Setting>>;

export default automated({
  meta: {
    id: 'kubelet/static-pod-source',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets start static pods only where a component needs them',
      broken: 'Kubelets start static pods that no component needs',
    },
    rationale:
      'A kubelet starts every manifest in its static pod folder, past admission and RBAC. Who can write one file there, by a hostPath volume or a bug in a backup agent, has a privileged pod that comes back after each restart and cannot be deleted through the API. Control-plane nodes need the folder; kubeadm gives it to all nodes. A URL leaves it to another server what runs.',
    remediation: {
      kubeadm:
        'Remove staticPodURL. On nodes without control plane set staticPodPath: "" in /var/lib/kubelet/config.yaml and restart the kubelet; keep it so over upgrades by a patch for the target kubeletconfiguration ("kubeadm join --patches DIR", "kubeadm upgrade node --patches DIR").',
      k3s: 'k3s and RKE2 set the folder themselves: see that only root can write to it, and waive the check.',
      managed: 'Remove it from the kubelet configuration of the node pool where the provider offers that.',
      mayBreak:
        'Static pods of your own on these nodes (a local load balancer, an agent) are stopped: make them a DaemonSet first.',
    },
    references: [
      {
        title: 'Create static Pods',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/',
      },
      {
        title: 'Customizing components with the kubeadm API: patches',
        url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/control-plane-flags/#patches',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242397' }],
    since: '0.1.0',
  },
  needs: ['settings:kubelet'],
  wants: ['control-plane-pods'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kubelet'];
    const pods = cluster['control-plane-pods'];
    const byNode = staticPods(pods);
    return each(
      instances,
      (instance) => {
        const judge = (found: Found): Judgement => judgeSources(found, instance.nodes ?? [], pods.state, byNode);
        return judgeInstance({ settings: SETTINGS, judge }, instance, context);
      },
      none,
    );
  },
});

/** A component that runs as a static pod, by its node. */
function staticPods(pods: Gathered<readonly Pod[]>): ReadonlyMap<string, Pod> {
  const all = pods.state === 'failed' ? [] : pods.value;
  const own = all.filter(({ metadata }) => metadata.ownerReferences.some(({ kind }) => kind === 'Node'));
  return new Map(own.map((pod) => [pod.spec.nodeName, pod]));
}

function judgeSources(
  { staticPodURL, staticPodPath }: Found,
  nodes: readonly string[],
  seen: Gathered<unknown>['state'],
  byNode: ReadonlyMap<string, Pod>,
): Judgement {
  if (isGiven(staticPodURL.value)) return { verdict: 'fail', message: `starts what ${staticPodURL.value} says` };
  if (!isGiven(staticPodPath.value)) return { verdict: 'pass' };
  const idle = nodes.filter((node) => !byNode.has(node));
  const [first] = nodes.flatMap((node) => byNode.get(node) ?? []);
  if (idle.length === 0 && first !== undefined) {
    return { verdict: 'pass', evidence: [placed(first)], message: 'components run as static pods on these nodes' };
  }
  if (seen !== 'whole') {
    const detail = 'not all pods could be read, so it is not known whether components run as static pods there';
    return { verdict: 'unknown', because: { code: 'incomplete', detail } };
  }
  const where = idle.length === nodes.length ? '' : ` on ${idle.length} of the nodes`;
  return { verdict: 'fail', message: `starts what lies in ${staticPodPath.value}, which no component needs${where}` };
}

function placed({ metadata, spec }: Pod): Evidence {
  const { name, namespace } = metadata;
  const object = { apiVersion: 'v1', kind: 'Pod', name, namespace };
  return { from: 'object', object, pointer: '/spec/nodeName', observed: spec.nodeName };
}
