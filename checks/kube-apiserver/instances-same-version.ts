import { expecting, together } from '../../src/judge/evidence.ts';
import { minorsNewer, parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/instances-same-version',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API servers are within one minor of each other',
      broken: 'The API servers are several minors apart',
    },
    rationale:
      'API servers of several releases share one store, and each request goes to whichever the load balancer picks. More than one minor apart they refuse or drop what the others wrote, and a protection that only the newer one has holds for some of the requests. It is mostly the trace of an upgrade that stopped half-way. How far other components may be behind is asked at each of them.',
    remediation: {
      kubeadm:
        'Upgrade the control-plane nodes that were left behind: with the kubeadm of the release in the kubeadm-config ConfigMap, "kubeadm upgrade node" on each.',
      k3s: 'Install the same k3s or RKE2 release on every server node, the oldest first.',
      mayBreak: 'The API server restarts on each node that is upgraded; keep the others up meanwhile.',
    },
    references: [{ title: 'Version skew policy', url: 'https://kubernetes.io/releases/version-skew-policy/' }],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-apiserver'];
    return each(instances, (instance) => judge(instance, instances), none);
  },
});

function judge({ subject, version }: Instance, all: readonly Instance[]): Finding {
  const own = version && parseKubernetesVersion(version.value);
  if (version === undefined || own === undefined) {
    const because = { code: 'not-visible', detail: 'its version cannot be told' } as const;
    return { verdict: 'unknown', subject, evidence: [], because };
  }
  const evidence = expecting(version.evidence, 'at most one minor older than the newest API server');
  if (all.length === 1)
    return { verdict: 'not-applicable', subject, evidence, because: 'no second API server was seen' };
  const distances = all.flatMap((other) => {
    const read = other.version && parseKubernetesVersion(other.version.value);
    return read === undefined ? [] : [{ other, minors: minorsNewer(read, own) }];
  });
  const newest = distances.reduce((one, next) => (next.minors > one.minors ? next : one));
  const shown = together(evidence, newest.minors > 0 ? (newest.other.version?.evidence ?? []) : []);
  if (newest.minors > 1) {
    const message = `runs ${version.value}, ${newest.minors} minors older than ${newest.other.subject.name}`;
    return { verdict: 'fail', subject, evidence: shown, message };
  }
  if (distances.length < all.length) {
    const because = { code: 'not-visible', detail: 'the version of another API server cannot be told' } as const;
    return { verdict: 'unknown', subject, evidence: shown, because };
  }
  if (newest.minors === 0) return { verdict: 'pass', subject, evidence: shown };
  const message = 'one minor older than another, as in the middle of an upgrade';
  return { verdict: 'pass', subject, evidence: shown, message };
}
