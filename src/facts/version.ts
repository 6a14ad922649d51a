/** A released version in its parts, without what a vendor appended. */
export interface FactVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `1.37`, as written (`19.03`). */
  readonly line: string;
  /** alpha, beta or rc of the project itself. */
  readonly prerelease: boolean;
}

const VERSION = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+~._].*)?$/;
const PRERELEASE = /^v?\d+\.\d+\.\d+-(?:alpha|beta|rc)\.\d+/;

/** Reads `1.37.2`, `v1.33.5-eks-1234567`, `v1.36.3+k3s1`, `3.5.24-0`; undefined for anything that is no version. */
export function parseVersion(text: string): FactVersion | undefined {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return { major, minor, patch, line: `${match[1]}.${match[2]}`, prerelease: PRERELEASE.test(text) };
}

/** Below zero where `one` is older than `other`. A patch that is left out is the first. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The three numbers of a version, as text. */
export const plain = ({ major, minor, patch }: FactVersion): string => `${major}.${minor}.${patch}`;
