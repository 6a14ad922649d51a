import { expecting, together } from '../../src/judge/evidence.ts';
import { combined } from '../../src/judge/releases/combined.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { judgeVulnerabilities, patchesUntil } from '../../src/judge/releases/release-judgement.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'etcd/version-supported',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'etcd runs a release with patches and without known flaws',
      broken: 'etcd runs a release without patches, or with known flaws',
    },
    rationale:
      'Two or three minors of etcd get patches at a time. In others published flaws stay open, and some of them let anybody who reaches the port stop the store, before any login.',
    remediation: {
      kubeadm:
        'Upgrade Kubernetes: kubeadm brings the etcd that fits. For a newer patch alone set the image in /etc/kubernetes/manifests/etcd.yaml, one node at a time.',
      k3s: 'Upgrade k3s or RKE2, which bring their own etcd.',
      any: 'Go to the last patch of a minor before the next minor, and skip none.',
      mayBreak:
        'A minor of etcd cannot be taken back once all members run it: take a snapshot first. Each member is away while it restarts.',
    },
    references: [
      { title: 'Upgrading etcd', url: 'https://etcd.io/docs/v3.6/upgrades/' },
      { title: 'Security advisories of etcd', url: 'https://github.com/etcd-io/etcd/security/advisories' },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:etcd'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:etcd'];
    return each(
      instances,
      (instance) => combined(judgeVulnerabilities('etcd', instance, context), ...judgeSupport(instance, context)),
      none,
    );
  },
});

/** Whether the minor still gets patches; nothing where no end is announced, or where judgeVulnerabilities says what is not known. */
function judgeSupport({ subject, version }: Instance, { facts, now }: Context): readonly Finding[] {
  const line = facts.release('etcd', version?.value ?? '');
  if (version === undefined || !line.known || line.value.endOfSupport === undefined || now === undefined) return [];
  const { endOfSupport, line: minor } = line.value;
  const evidence = together(expecting(version.evidence, 'a minor that still gets patches'), [
    { from: 'fact', fact: `end of support of etcd ${minor}`, value: endOfSupport, source: line.source },
  ]);
  if (now.slice(0, 10) <= endOfSupport) {
    return [{ verdict: 'pass', subject, evidence, message: patchesUntil(endOfSupport, now) }];
  }
  const ended = `patches for etcd ${minor} ended on ${endOfSupport}`;
  if (parseKubernetesVersion(version.value)?.upstream !== true) {
    const detail = `${ended}, but the vendor of this build may patch it for longer`;
    return [{ verdict: 'unknown', subject, evidence, because: { code: 'not-visible', detail } }];
  }
  return [{ verdict: 'fail', subject, evidence, message: `runs ${version.value}: ${ended}` }];
}
