import { type AutomatedCheck, automated, type CheckMeta, type Context } from '../../model/check.ts';
import {
  type Evidence,
  type Evidences,
  each,
  type Finding,
  type Observed,
  type Uncertainty,
} from '../../model/finding.ts';
import type { Instance, Setting, ViewKey } from '../../model/views.ts';
import { expecting, together } from '../evidence.ts';
import { type Era, outsideEra } from './era.ts';
import { notOnPlatform } from './platform.ts';

/** A view that gives the instances of a component. */
export type SettingsView = Extract<ViewKey, `settings:${string}`>;

/** What a check says of one instance; the subject is added by its maker. `evidence` comes after that of the settings. */
export type Judgement = { readonly evidence?: Evidences } & (
  | { readonly verdict: 'pass'; readonly message?: string }
  | { readonly verdict: 'fail' | 'review'; readonly message: string }
  | { readonly verdict: 'not-applicable'; readonly because: string }
  | { readonly verdict: 'unknown'; readonly because: Uncertainty }
);

/**
 * A check that asks several effective settings of every instance of a component.
 *
 * `settings` maps each setting to what is wanted of it, for the reader. An instance of which one of them is not known is unknown for
 * the reason that the view gives; else `judge` decides from all of them.
 */
export function settingsCheck<const Id extends string, const View extends SettingsView, Name extends string>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly view: View;
  readonly settings: Readonly<Record<Name, string>>;
  readonly judge: (settings: Readonly<Record<Name, Setting>>, instance: Instance, context: Context) => Judgement;
  /** The settings do nothing on Windows. */
  readonly linuxOnly?: boolean;
  /** The minors that have the settings. */
  readonly era?: Era;
}): AutomatedCheck<Id, View, never> {
  return automated<Id, View>({
    meta: spec.meta,
    needs: [spec.view],
    asks: spec.settings,
    evaluate: (cluster, context) => {
      const { instances, none } = cluster[spec.view];
      return each(instances, (instance) => judgeInstance(spec, instance, context), none);
    },
  });
}

const NOTHING_ASKED: Uncertainty = { code: 'not-understood', detail: 'the check names no setting' };

/** What a check of several settings says of one instance; for checks that look at more than one component. */
export function judgeInstance<Name extends string>(
  spec: {
    readonly settings: Readonly<Record<Name, string>>;
    readonly judge: (settings: Readonly<Record<Name, Setting>>, instance: Instance, context: Context) => Judgement;
    readonly linuxOnly?: boolean;
    readonly era?: Era;
  },
  instance: Instance,
  context: Context,
): Finding {
  const { subject } = instance;
  const elsewhere = notOnPlatform(instance, spec.linuxOnly ?? false) ?? (spec.era && outsideEra(instance, spec.era));
  if (elsewhere !== undefined) return elsewhere;
  const known = {} as Record<Name, Setting>;
  const evidence: Evidence[] = [];
  for (const name of Object.keys(spec.settings) as Name[]) {
    const setting = instance.get(name);
    if (!setting.known) return { verdict: 'unknown', subject, evidence, because: setting.because };
    known[name] = setting;
    evidence.push(...expecting(setting.evidence, spec.settings[name]));
  }
  const [first, ...rest] = evidence;
  if (first === undefined) return { verdict: 'unknown', subject, evidence, because: NOTHING_ASKED };
  const judgement = spec.judge(known, instance, context);
  return { ...judgement, subject, evidence: together([first], rest, judgement.evidence ?? []) };
}

/**
 * A check that asks one question of one effective setting of every instance of a component.
 *
 * `passes` answers from the value (read by the flag's type: a list for list flags, a boolean for boolean ones, a number for integers) or says why it
 * cannot; `broken` words the failing finding. An instance whose setting is not known is unknown for the reason that the view gives.
 */
export function settingCheck<const Id extends string, const View extends SettingsView, Name extends string>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly view: View;
  readonly setting: Name;
  /** What is wanted, for the reader: `false`, `not AlwaysAllow`, `a file`. */
  readonly expected: string;
  readonly passes: (value: Observed, setting: Setting, instance: Instance) => boolean | Uncertainty;
  readonly broken: (value: Observed, instance: Instance) => string;
  /** The setting does nothing on Windows. */
  readonly linuxOnly?: boolean;
  /** The minors that have the setting. */
  readonly era?: Era;
}): AutomatedCheck<Id, View, never> {
  return settingsCheck({
    ...spec,
    settings: { [spec.setting]: spec.expected } as Record<Name, string>,
    judge: (found, instance) => {
      const setting = found[spec.setting];
      const answer = spec.passes(setting.value, setting, instance);
      if (answer === true) return { verdict: 'pass' };
      if (answer === false) return { verdict: 'fail', message: spec.broken(setting.value, instance) };
      return { verdict: 'unknown', because: answer };
    },
  });
}

/** A check that wants two files that only work together, such as a certificate and its key. */
export function pairCheck<
  const Id extends string,
  const View extends SettingsView,
  First extends string,
  Second extends string,
>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly view: View;
  readonly pair: readonly [First, Second];
  /** Says of which flags there is nothing: `--a is not set`. */
  readonly broken: (missing: string) => string;
  /** Where neither or one of them is set: what excuses it. */
  readonly unless?: (instance: Instance) => Judgement | undefined;
}): AutomatedCheck<Id, View, never> {
  const [first, second] = spec.pair;
  const settings = { [first]: 'a file', [second]: 'a file' } as Record<First | Second, string>;
  return settingsCheck({
    meta: spec.meta,
    view: spec.view,
    settings,
    judge: (found, instance) => {
      const missing = spec.pair.filter((name: First | Second) => found[name].value === '').map((name) => `--${name}`);
      if (missing.length === 0) return { verdict: 'pass' };
      const excuse = spec.unless?.(instance);
      if (excuse !== undefined) return excuse;
      const flags = missing.join(' and ');
      return {
        verdict: 'fail',
        message: spec.broken(missing.length === 1 ? `${flags} is not set` : `${flags} are not set`),
      };
    },
  });
}
