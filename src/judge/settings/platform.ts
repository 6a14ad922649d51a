import type { Finding } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';

/** Why a question about a kubelet is none on this instance: it is a virtual kubelet, or the question is about Linux; else undefined. */
export function notOnPlatform(
  instance: Pick<Instance, 'platform' | 'subject'>,
  linuxOnly: boolean,
): Finding | undefined {
  const { platform, subject } = instance;
  if (platform === undefined || platform.value === 'linux' || (platform.value === 'windows' && !linuxOnly))
    return undefined;
  const because =
    platform.value === 'windows'
      ? 'Windows nodes do not have this setting'
      : 'a virtual kubelet runs no containers of its own';
  return { verdict: 'not-applicable', subject, evidence: platform.evidence, because };
}
