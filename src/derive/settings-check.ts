import { type AutomatedCheck, automated, type CheckMeta, type Context } from '../model/check.ts';
import { type Evidence, type Evidences, each, type Finding, type Uncertainty } from '../model/finding.ts';
import type { Instance, Setting } from '../model/views.ts';
import { notOnPlatform } from './platform.ts';
import { expecting, type SettingsView } from './setting-check.ts';

/** What a check says of one instance; the subject is added by its maker. `evidence` comes after that of the settings. */
export type Judgement = { readonly evidence?: Evidences } & (
  | { readonly verdict: 'pass'; readonly message?: string }
  | { readonly verdict: 'fail' | 'review'; readonly message: string }
  | { readonly verdict: 'not-applicable'; readonly because: string }
  | { readonly verdict: 'unknown'; readonly because: Uncertainty }
);

/** Evidence of several sources in their order. */
export const together = (first: Evidences, ...rest: readonly (readonly Evidence[])[]): Evidences => [
  ...first,
  ...rest.flat(),
];

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
}): AutomatedCheck<Id, View, never> {
  return automated<Id, View>({
    meta: spec.meta,
    needs: [spec.view],
    evaluate: (cluster, context) => {
      const { instances, none } = cluster[spec.view];
      return each(instances, (instance) => judgeInstance(spec, instance, context), none);
    },
  });
}

const NOTHING_ASKED: Uncertainty = { code: 'not-understood', detail: 'the check names no setting' };

function judgeInstance<Name extends string>(
  spec: {
    readonly settings: Readonly<Record<Name, string>>;
    readonly judge: (settings: Readonly<Record<Name, Setting>>, instance: Instance, context: Context) => Judgement;
  },
  instance: Instance,
  context: Context,
): Finding {
  const { subject } = instance;
  const elsewhere = notOnPlatform(instance, false);
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
