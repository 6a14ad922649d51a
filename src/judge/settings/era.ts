import type { Finding, Https } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import { together } from '../evidence.ts';
import { parseKubernetesVersion } from '../releases/kubernetes-version.ts';

/** The minors of Kubernetes in which a question is one, as `1.27`: the first of them, or the last, or both. */
export interface Era {
  readonly from?: string;
  readonly through?: string;
  /** What is so outside of them, for the reader. */
  readonly because: string;
  readonly source: Https;
}

/** Why a question is none for an instance of its version; undefined where it is one, and where the version is not known. */
export function outsideEra({ version, subject }: Instance, era: Era): Finding | undefined {
  const read = version && parseKubernetesVersion(version.value);
  if (version === undefined || read === undefined) return undefined;
  const early = era.from !== undefined && isOlder(read.line, era.from);
  const late = era.through !== undefined && isOlder(era.through, read.line);
  if (!early && !late) return undefined;
  const [fact, value] = early
    ? ['first minor that it concerns', era.from]
    : ['last minor that it concerns', era.through];
  const evidence = together(version.evidence, [{ from: 'fact', fact, value: value ?? '', source: era.source }]);
  return { verdict: 'not-applicable', subject, evidence, because: era.because };
}

/** Whether a minor comes before another. */
export function isOlder(one: string, other: string): boolean {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [one, other].map((line) =>
    line.split('.').map(Number),
  ) as [number[], number[]];
  return major === otherMajor ? minor < otherMinor : major < otherMajor;
}
