import { expecting, together } from '../../src/judge/evidence.ts';
import { judgeVulnerabilities } from '../../src/judge/releases/release-judgement.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { type Evidences, each, type Finding } from '../../src/model/finding.ts';
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
      (instance) => judgeSupport(instance, context) ?? judgeVulnerabilities('etcd', instance, context),
      none,
    );
  },
});

/** A finding where the minor gets no more patches, or where that is not known; undefined where it still does. */
function judgeSupport({ subject, version }: Instance, { facts, now }: Context): Finding | undefined {
  // Without a version there is nothing to look up: judgeVulnerabilities says so.
  if (version === undefined) return undefined;
  const line = facts.release('etcd', version.value);
  const unknown = (code: 'outside-known-versions' | 'not-gathered', detail: string, evidence: Evidences): Finding => ({
    verdict: 'unknown',
    subject,
    evidence,
    because: { code, detail },
  });
  if (!line.known) return unknown('outside-known-versions', line.why, version.evidence);
  const { endOfSupport } = line.value;
  if (endOfSupport === undefined) return undefined;
  if (now === undefined) {
    return unknown('not-gathered', 'the time of the scan is not known: give it with --as-of', version.evidence);
  }
  if (now.slice(0, 10) <= endOfSupport) return undefined;
  const evidence = together(expecting(version.evidence, 'a minor that still gets patches'), [
    { from: 'fact', fact: `end of support of etcd ${line.value.line}`, value: endOfSupport, source: line.source },
  ]);
  const message = `runs ${version.value}: patches for etcd ${line.value.line} ended on ${endOfSupport}`;
  return { verdict: 'fail', subject, evidence, message };
}
