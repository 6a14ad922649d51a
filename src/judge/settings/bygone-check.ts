import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import { type Evidences, each, type Finding, type Https, type Observed } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import { together } from '../evidence.ts';
import { parseKubernetesVersion } from '../releases/kubernetes-version.ts';
import { isOlder, outsideEra } from './era.ts';

const VIEW = 'settings:kube-apiserver';

interface Spec<Id extends string> {
  readonly meta: CheckMeta<Id>;
  /** The flag; the first of its names where it has several. */
  readonly flags: readonly [string, ...string[]];
  /** The last minor in which it does anything, and the first that does not start with it. */
  readonly through: string;
  readonly removed: string;
  /** What is so after the last minor, for the reader. */
  readonly because: string;
  readonly source: Https;
  /** The value where it is not given. */
  readonly unset: Observed;
  readonly passes: (value: Observed) => boolean;
  readonly broken: (value: Observed) => string;
}

/**
 * A check of a flag that API servers no longer have: it decides on those that are old enough, and is not applicable to all others. Where
 * one of these seems to have the flag, what was read is not what runs, and nothing is said.
 */
export function bygoneCheck<const Id extends string>(spec: Spec<Id>): AutomatedCheck<Id, typeof VIEW, never> {
  return automated<Id, typeof VIEW>({
    meta: spec.meta,
    needs: [VIEW],
    evaluate: (cluster) => {
      const { instances, none } = cluster[VIEW];
      return each(instances, (instance) => judge(spec, instance), none);
    },
  });
}

function judge(spec: Spec<string>, instance: Instance): Finding {
  const { subject } = instance;
  const version = instance.version && parseKubernetesVersion(instance.version.value);
  const given = spec.flags.find((flag) => instance.given(flag) === true);
  const lookup = given === undefined ? undefined : instance.get(given);
  const unknown = (code: 'not-visible' | 'not-understood', detail: string): Finding => {
    const evidence = lookup?.known ? lookup.evidence : [];
    return { verdict: 'unknown', subject, evidence, because: { code, detail } };
  };
  if (version === undefined || instance.version === undefined)
    return unknown('not-visible', 'its version is not known');
  if (given !== undefined && !isOlder(version.line, spec.removed)) {
    return unknown('not-understood', `${version.line} does not start with --${given}: what was read is not what runs`);
  }
  const { through, because, source } = spec;
  const outside = outsideEra(instance, { through, because, source });
  if (outside !== undefined) return outside;
  if (lookup !== undefined && !lookup.known)
    return { verdict: 'unknown', subject, evidence: [], because: lookup.because };
  if (lookup === undefined && spec.flags.some((flag) => instance.given(flag) !== false)) {
    return unknown('not-visible', `whether --${spec.flags[0]} is given is not visible`);
  }
  const value = lookup?.value ?? spec.unset;
  const fact = `value of --${spec.flags[0]} up to ${through} where it is not given`;
  const absent: Evidences = together(instance.version.evidence, [{ from: 'fact', fact, value: spec.unset, source }]);
  const evidence = lookup?.evidence ?? absent;
  if (spec.passes(value)) return { verdict: 'pass', subject, evidence };
  return { verdict: 'fail', subject, evidence, message: spec.broken(value) };
}
