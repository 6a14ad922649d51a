/** A Kubernetes version in its parts. */
export interface KubernetesVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `1.37` */
  readonly line: string;
  /** alpha, beta or rc. */
  readonly prerelease: boolean;
  /**
   * Whether the patch number is the one of kubernetes/kubernetes: its own builds, and k3s and RKE2, which rebuild each patch. Others
   * (`-eks-1234567`, `-gke.100`, `+abcdef`) carry fixes of their own.
   */
  readonly upstream: boolean;
  /** Whether k3s or RKE2 built it: of the same patch, to which they may have added a fix. */
  readonly rebuilt: boolean;
}

const VERSION = /^v?(\d+)\.(\d+)\.(\d+)(.*)$/;
const PRERELEASE = /^-(alpha|beta|rc)\.\d+$/;
const REBUILT = /^(-rc\d+)?\+(k3s\d+|rke2r\d+)$/;

/** Reads `1.37.2`, `v1.36.3+k3s1`, `v1.33.5-eks-1234567`; undefined for anything that is no version. */
export function parseKubernetesVersion(text: string): KubernetesVersion | undefined {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const suffix = match[4] as string;
  const prerelease = PRERELEASE.test(suffix);
  const rebuilt = REBUILT.test(suffix);
  const upstream = suffix === '' || prerelease || rebuilt;
  return { major, minor, patch, line: `${major}.${minor}`, prerelease, upstream, rebuilt };
}

/** How many minors `one` is newer than `other`; negative where it is older. A major counts as a hundred minors. */
export const minorsNewer = (one: KubernetesVersion, other: KubernetesVersion): number =>
  (one.major - other.major) * 100 + one.minor - other.minor;
