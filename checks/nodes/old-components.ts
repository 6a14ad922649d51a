import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import type { SettingsView } from '../../src/judge/settings/setting-checks.ts';
import { automated, type Component } from '../../src/model/check.ts';
import type { Evaluation, Evidences, Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instances } from '../../src/model/views.ts';

const VIEWS = [
  'settings:kube-apiserver',
  'settings:etcd',
  'settings:kube-scheduler',
  'settings:kube-controller-manager',
  'settings:kube-proxy',
] as const satisfies readonly SettingsView[];

export default automated({
  meta: {
    id: 'nodes/old-components',
    component: 'nodes',
    severity: 'low',
    population: true,
    title: {
      holds: 'All instances of a component run the same version',
      broken: 'Old versions of a component run beside newer ones',
    },
    rationale:
      'An instance that an upgrade forgot keeps the holes that the others no longer have, and a client or attacker may reach just that one. It also hides in what works: the newer instances answer. What lies on disks without running (old binaries and images) the API does not show.',
    remediation: {
      kubeadm:
        'Finish the upgrade on the nodes named: "kubeadm upgrade node", then the kubelet. Old static pods go when their manifest leaves /etc/kubernetes/manifests. Then remove images nobody uses: "crictl rmi --prune".',
      k3s: 'Upgrade the servers that are behind; embedded components come with them.',
      managed: 'Upgrade the node pools that still run an old kube-proxy.',
      mayBreak: 'Nothing beyond the upgrade itself; during one this check fails by nature.',
    },
    references: [
      {
        title: 'Kubernetes: upgrading kubeadm clusters',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242442' }],
    since: '0.1.0',
  },
  needs: [],
  wants: VIEWS,
  evaluate: (cluster) =>
    evaluate(VIEWS.map((key) => ({ name: key.replace('settings:', '') as Component, view: cluster[key] }))),
});

interface Seen {
  readonly name: Component;
  readonly view: Gathered<Instances>;
}

function evaluate(components: readonly Seen[]): Evaluation {
  const [first, ...rest] = components.flatMap(({ name, view }) => judge(name, view));
  if (first !== undefined) return [first, ...rest];
  for (const { view } of components) if (view.state === 'failed') return { unseen: view.failure };
  const views = components.flatMap(({ view }) => (view.state === 'failed' ? [] : [view.value.none]));
  return views.find((none) => 'unseen' in none) ?? (views[0] as (typeof views)[number]);
}

/** One finding for a component of which any instance was seen. */
function judge(name: Component, view: Gathered<Instances>): readonly Finding[] {
  if (view.state === 'failed' || view.value.instances.length === 0) return [];
  const { instances } = view.value;
  const subject = { kind: 'Component', name };
  const versions = instances.flatMap(({ version }) => version ?? []);
  const unique = [...new Map(versions.map((version) => [version.value, version])).values()].sort((one, other) =>
    compare(other.value, one.value),
  );
  const evidence = unique.flatMap((version) => version.evidence) as unknown as Evidences;
  const [newest, ...older] = unique.map(({ value }) => value);
  if (older.length > 0)
    return [{ verdict: 'fail', subject, evidence, message: `runs ${older.join(' and ')} beside ${newest}` }];
  const unread = instances.length - versions.length;
  if (newest === undefined || unread > 0) {
    const detail = `the versions of ${unread} of ${instances.length} instances of ${name} cannot be told`;
    return [{ verdict: 'unknown', subject, evidence: [...evidence], because: { code: 'not-visible', detail } }];
  }
  if (view.state === 'partial') {
    const [what] = view.missing;
    return [{ verdict: 'unknown', subject, evidence, because: { code: 'incomplete', detail: what } }];
  }
  return [{ verdict: 'pass', subject, evidence, message: `${instances.length} of ${newest}` }];
}

function compare(one: string, other: string): number {
  const [a, b] = [parseKubernetesVersion(one), parseKubernetesVersion(other)];
  if (a === undefined || b === undefined) return one < other ? -1 : 1;
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || (one < other ? -1 : 1);
}
