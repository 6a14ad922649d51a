import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import {
  type Evidences,
  each,
  type Finding,
  type Https,
  type Observed,
  type Uncertainty,
} from '../../model/finding.ts';
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
  const { through, because, source } = spec;
  const version = instance.version && parseKubernetesVersion(instance.version.value);
  const given = spec.flags.find((flag) => instance.given(flag) === true);
  const setting = instance.get(given ?? spec.flags[0]);
  const unknown = (why: Uncertainty): Finding => {
    return { verdict: 'unknown', subject, evidence: setting.known ? setting.evidence : [], because: why };
  };
  if (version === undefined || instance.version === undefined) {
    return unknown({ code: 'not-visible', detail: 'its version is not known' });
  }
  if (given !== undefined && !isOlder(version.line, spec.removed)) {
    const detail = `${version.line} does not start with --${given}: what was read is not what runs`;
    return unknown({ code: 'not-understood', detail });
  }
  const outside = outsideEra(instance, { through, because, source });
  if (outside !== undefined) return outside;
  // No default is described for versions so old; k3s and RKE2 have flags of their own.
  if (!setting.known && setting.because.code !== 'outside-known-versions') return unknown(setting.because);
  const fact = `value of --${spec.flags[0]} up to ${through} where it is not given`;
  const absent: Evidences = together(instance.version.evidence, [{ from: 'fact', fact, value: spec.unset, source }]);
  const [value, evidence] = setting.known ? [setting.value, setting.evidence] : [spec.unset, absent];
  if (spec.passes(value)) return { verdict: 'pass', subject, evidence };
  return { verdict: 'fail', subject, evidence, message: spec.broken(value) };
}
