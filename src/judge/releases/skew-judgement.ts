import type { Component, Context } from '../../model/check.ts';
import type { Evidence, Finding, Uncertainty } from '../../model/finding.ts';
import { expecting, together } from '../evidence.ts';
import type { ApiServerVersion } from './api-server-versions.ts';
import { type KubernetesVersion, minorsNewer, parseKubernetesVersion } from './kubernetes-version.ts';
import type { Release } from './release-judgement.ts';

/**
 * Whether a component is within the supported distance of every API server: not newer than the oldest by more than is allowed, not
 * older than the newest by more than is allowed.
 */
export function judgeSkew(
  component: Component,
  release: Release,
  servers: readonly [ApiServerVersion, ...ApiServerVersion[]],
  { facts }: Context,
): Finding {
  const { subject } = release;
  const own = release.version && parseKubernetesVersion(release.version.value);
  const unknown = (code: Uncertainty['code'], detail: string): Finding => ({
    verdict: 'unknown',
    subject,
    evidence: release.version?.evidence ?? [],
    because: { code, detail },
  });
  if (release.version === undefined || own === undefined) return unknown('not-visible', 'its version cannot be told');
  const skew = facts.skew(component, release.version.value);
  if (!skew.known) return unknown('outside-known-versions', skew.why);
  const { behind, ahead } = skew.value;
  const evidence = together(
    expecting(release.version.evidence, `at most ${behind} minors older and ${ahead} newer than each API server`),
    servers.flatMap(({ version }): readonly Evidence[] => version?.evidence ?? []),
    [
      {
        from: 'fact',
        fact: `minors that a ${component} may be older than its API server`,
        value: behind,
        source: skew.source,
      },
    ],
  );
  const distances = servers.map(({ version }) => distance(own, version?.value));
  const wrong = distances.find((gap) => gap !== undefined && (gap > ahead || -gap > behind));
  if (wrong !== undefined) {
    const gap = Math.abs(wrong) === 1 ? 'one minor' : `${Math.abs(wrong)} minors`;
    const message = `runs ${release.version.value}, ${gap} ${wrong > 0 ? 'newer' : 'older'} than an API server`;
    return { verdict: 'fail', subject, evidence, message };
  }
  if (distances.includes(undefined)) return unknown('not-visible', 'the version of an API server cannot be told');
  return { verdict: 'pass', subject, evidence };
}

function distance(own: KubernetesVersion, server: string | undefined): number | undefined {
  const other = server === undefined ? undefined : parseKubernetesVersion(server);
  return other && minorsNewer(own, other);
}
