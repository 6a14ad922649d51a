import { type AutomatedCheck, automated, type CheckMeta } from '../model/check.ts';
import { type Evidence, type Evidences, each, type Observed, type Uncertainty } from '../model/finding.ts';
import type { Instance, Setting, ViewKey } from '../model/views.ts';
import { notOnPlatform } from './platform.ts';

/** A view that gives the instances of a component. */
export type SettingsView = Extract<ViewKey, `settings:${string}`>;

/** Puts what was wanted beside what was seen. */
export function expecting(evidence: Evidences, expected: string): Evidences {
  const [first, ...rest] = evidence;
  const add = (one: Evidence): Evidence => (one.from === 'absence' ? one : { ...one, expected });
  return [add(first), ...rest];
}

/**
 * A check that asks one question of one effective setting of every instance of a component.
 *
 * `passes` answers from the value (read by the flag's type: a list for list flags, a boolean for boolean ones, a number for integers) or says why it
 * cannot; `broken` words the failing finding. An instance whose setting is not known is unknown for the reason that the view gives.
 */
export function settingCheck<const Id extends string, const View extends SettingsView>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly view: View;
  readonly setting: string;
  /** What is wanted, for the reader: `false`, `not AlwaysAllow`, `a file`. */
  readonly expected: string;
  readonly passes: (value: Observed, setting: Setting, instance: Instance) => boolean | Uncertainty;
  readonly broken: (value: Observed, instance: Instance) => string;
  /** The setting does nothing on Windows. */
  readonly linuxOnly?: boolean;
}): AutomatedCheck<Id, View, never> {
  return automated<Id, View>({
    meta: spec.meta,
    needs: [spec.view],
    evaluate: (cluster) => {
      const { instances, none } = cluster[spec.view];
      return each(
        instances,
        (instance) => {
          const { subject } = instance;
          const elsewhere = notOnPlatform(instance, spec.linuxOnly ?? false);
          if (elsewhere !== undefined) return elsewhere;
          const setting = instance.get(spec.setting);
          if (!setting.known) return { verdict: 'unknown', subject, evidence: [], because: setting.because };
          const evidence = expecting(setting.evidence, spec.expected);
          const answer = spec.passes(setting.value, setting, instance);
          if (answer === true) return { verdict: 'pass', subject, evidence };
          if (answer === false)
            return { verdict: 'fail', subject, evidence, message: spec.broken(setting.value, instance) };
          return { verdict: 'unknown', subject, evidence, because: answer };
        },
        none,
      );
    },
  });
}
