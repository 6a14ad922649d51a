import type { Context } from '../../model/check.ts';
import type { Vulnerability } from '../../model/facts.ts';
import { outdated, tooOld } from '../../model/facts-age.ts';
import type { Evidence, Evidences, Finding, Subject, Uncertainty } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { ManagedPlane } from '../../model/views.ts';
import { expecting, together } from '../evidence.ts';
import { type KubernetesVersion, parseKubernetesVersion } from './kubernetes-version.ts';

/** Something that runs a Kubernetes release. */
export interface Release {
  readonly subject: Subject;
  readonly version: { readonly value: string; readonly evidence: Evidences } | undefined;
}

/** A release whose version could be read. */
interface ReadRelease {
  readonly subject: Subject;
  readonly evidence: Evidences;
  readonly text: string;
  readonly version: KubernetesVersion;
}

/** The provider that runs the control plane; undefined where the user does, or where that is not told. */
export function providerOf(plane: Gathered<ManagedPlane>): string | undefined {
  if (plane.state === 'failed' || plane.value.managed === false) return undefined;
  return plane.value.managed === true ? plane.value.provider : 'a provider';
}

/** Whether the minor still gets patches at the time of the scan. A vendor may keep a minor alive for longer: then nobody knows. */
export function judgeSupport(release: Release, context: Context, provider?: string): Finding {
  return withVersion(release, ({ subject, evidence, text, version }) => {
    const line = context.facts.release('kubernetes', text);
    if (!line.known) return unknown(subject, evidence, 'outside-known-versions', line.why);
    const { endOfSupport } = line.value;
    if (endOfSupport === undefined) {
      const detail = `no end of support is known for Kubernetes ${version.line}`;
      return unknown(subject, evidence, 'outside-known-versions', detail);
    }
    if (context.now === undefined) return unknown(subject, evidence, 'not-gathered', NO_TIME);
    const shown = together(expecting(evidence, 'a minor that still gets patches'), [
      { from: 'fact', fact: `end of support of Kubernetes ${version.line}`, value: endOfSupport, source: line.source },
    ]);
    if (context.now.slice(0, 10) <= endOfSupport) {
      // Ends that were announced have been moved before.
      const { asOf } = line.value;
      if (tooOld(asOf, context.now)) return unknown(subject, shown, 'outside-known-versions', outdated(asOf));
      return { verdict: 'pass', subject, evidence: shown, message: patchesUntil(endOfSupport, context.now) };
    }
    const ended = `patches for Kubernetes ${version.line} ended on ${endOfSupport}`;
    const vendor = provider ?? (version.upstream ? undefined : 'the vendor of this build');
    if (vendor === undefined) return { verdict: 'fail', subject, evidence: shown, message: `runs ${text}: ${ended}` };
    return unknown(subject, shown, 'not-visible', `${ended}, but ${vendor} may patch it for longer`);
  });
}

/** Whether the release has the newest patch of its minor that is known. */
export function judgePatch(release: Release, context: Context): Finding {
  return withVersion(release, ({ subject, evidence, text, version }) => {
    const line = context.facts.release('kubernetes', text);
    if (!line.known) return unknown(subject, evidence, 'outside-known-versions', line.why);
    const { latestPatch, asOf } = line.value;
    const latest = parseKubernetesVersion(latestPatch);
    if (latest === undefined) return unknown(subject, evidence, 'not-understood', `${latestPatch} is no version`);
    const shown = together(expecting(evidence, `${latestPatch} or newer`), [
      {
        from: 'fact',
        fact: `newest patch of Kubernetes ${version.line} on ${asOf}`,
        value: latestPatch,
        source: line.source,
      },
    ]);
    const behind = latest.patch - version.patch;
    if (behind > 0 || (behind === 0 && version.prerelease)) {
      if (!version.upstream) return unknown(subject, shown, 'not-visible', BACKPORTS);
      const gap = behind === 1 ? 'one patch' : `${behind} patches`;
      const message = version.prerelease
        ? `runs the test release ${text}`
        : `runs ${text}, ${gap} behind ${latestPatch}`;
      return { verdict: 'fail', subject, evidence: shown, message };
    }
    if (context.now === undefined) return unknown(subject, shown, 'not-gathered', NO_TIME);
    const ended = line.value.endOfSupport !== undefined && line.value.endOfSupport < asOf;
    if (tooOld(asOf, context.now) && !ended) return unknown(subject, shown, 'outside-known-versions', outdated(asOf));
    const message = behind < 0 ? `newer than all patches known on ${asOf}` : `the newest patch known on ${asOf}`;
    return { verdict: 'pass', subject, evidence: shown, message };
  });
}

/**
 * Whether published vulnerabilities of a component hold its version. Those that no release fixes are not counted: they are advice on
 * configuration; nor are those that cannot `apply` here. Those that also need a condition, that are not confirmed, or that another
 * than Kubernetes itself built and may have fixed, make the answer unknown.
 */
export function judgeVulnerabilities(
  component: string,
  release: Release,
  context: Context,
  provider?: string,
  apply: (one: Vulnerability) => boolean = () => true,
): Finding {
  return withVersion(release, ({ subject, evidence, text, version }) => {
    const listed = context.facts.vulnerabilities(component, text);
    if (!listed.known) return unknown(subject, evidence, 'outside-known-versions', listed.why);
    const { list, asOf } = listed.value;
    const fixable = list.filter(isFixed).filter(apply);
    const certain = fixable.filter(({ requires, unconfirmed }) => requires === undefined && !unconfirmed);
    const shown = together(expecting(evidence, 'no known vulnerability'), fixable.map(vulnerabilityEvidence));
    const own = version.upstream && !version.rebuilt;
    const vendor = provider ?? (own ? undefined : 'the vendor of this build');
    if (fixable.length > 0 && vendor !== undefined) {
      return unknown(
        subject,
        shown,
        'not-visible',
        `possibly affected by ${named(fixable)}: ${vendor} may have fixed it without a new patch number`,
      );
    }
    if (certain.length > 0) {
      return { verdict: 'fail', subject, evidence: shown, message: `${text} is affected by ${named(certain)}` };
    }
    if (fixable.length > 0) {
      return unknown(
        subject,
        shown,
        'not-visible',
        `${text} may be affected by ${named(fixable)}: that depends on more than the version`,
      );
    }
    if (context.now === undefined) return unknown(subject, shown, 'not-gathered', NO_TIME);
    if (tooOld(asOf, context.now)) return unknown(subject, shown, 'outside-known-versions', outdated(asOf));
    const none = {
      from: 'fact',
      fact: `fixable vulnerabilities of ${component} ${text}`,
      value: 0,
      source: listed.source,
    } as const;
    return { verdict: 'pass', subject, evidence: together(shown, [none]), message: `none known on ${asOf}` };
  });
}

/** Until when a release line gets patches, and how many days that is yet. */
export function patchesUntil(endOfSupport: string, now: string): string {
  const days = (Date.parse(endOfSupport) - Date.parse(now.slice(0, 10))) / 86_400_000;
  return `gets patches until ${endOfSupport}: ${days === 1 ? 'one day' : `${days} days`} left`;
}

export const NO_TIME = 'the time of the scan is not known: give it with --as-of';
const BACKPORTS = 'the vendor of this build adds fixes without raising the patch number';

type Fixed = Vulnerability & { readonly fixed: string };

const isFixed = (one: Vulnerability): one is Fixed => one.fixed !== undefined;

function vulnerabilityEvidence({ id, fixed, severity, requires, unconfirmed, source }: Fixed): Evidence {
  const known = [
    severity,
    ...(unconfirmed ? ['not confirmed'] : []),
    ...(requires === undefined ? [] : [`if ${requires}`]),
  ];
  return { from: 'fact', fact: `${id} (${known.join(', ')}) is fixed in`, value: fixed, source };
}

function named(vulnerabilities: readonly Vulnerability[]): string {
  const ids = vulnerabilities.map(({ id }) => id);
  return ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ');
}

function withVersion(release: Release, judge: (release: ReadRelease) => Finding): Finding {
  const { subject, version } = release;
  if (version === undefined)
    return unknown(subject, [], 'not-visible', 'its version cannot be told from what was read');
  const parsed = parseKubernetesVersion(version.value);
  if (parsed === undefined)
    return unknown(subject, version.evidence, 'not-understood', `"${version.value}" is no version`);
  return judge({ subject, evidence: version.evidence, text: version.value, version: parsed });
}

function unknown(subject: Subject, evidence: readonly Evidence[], code: Uncertainty['code'], detail: string): Finding {
  return { verdict: 'unknown', subject, evidence, because: { code, detail } };
}
