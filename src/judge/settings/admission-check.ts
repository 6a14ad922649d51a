import { type AutomatedCheck, automated, type CheckMeta, type Context } from '../../model/check.ts';
import { type Evidences, each, type Finding, type Uncertainty } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import { expecting, together } from '../evidence.ts';
import { gateGiven } from './feature-gates.ts';
import { isGiven, items, mayBeGiven } from './observed-values.ts';

const VIEW = 'settings:kube-apiserver';

/** Whether an admission plugin runs in an API server, and what shows it; or why that is not known. */
export type PluginState =
  | { readonly known: true; readonly on: boolean; readonly evidence: Evidences }
  | { readonly known: false; readonly because: Uncertainty };

/**
 * Whether an API server runs an admission plugin: what it has on by itself at its version, plus --enable-admission-plugins, less
 * --disable-admission-plugins; --admission-control, the old flag, replaces all of these.
 */
export function pluginState(instance: Instance, plugin: string, { facts }: Context): PluginState {
  const legacy = instance.get('admission-control');
  // Given as empty it switches all plugins off.
  if (legacy.known && (isGiven(legacy.value) || instance.given('admission-control') === true)) {
    return { known: true, on: items(legacy.value).includes(plugin), evidence: legacy.evidence };
  }
  if (mayBeGiven(instance, 'admission-control', legacy)) return legacy;
  const disabled = instance.get('disable-admission-plugins');
  if (disabled.known && items(disabled.value).includes(plugin)) {
    return { known: true, on: false, evidence: disabled.evidence };
  }
  if (mayBeGiven(instance, 'disable-admission-plugins', disabled)) return disabled;
  const enabled = instance.get('enable-admission-plugins');
  if (!enabled.known) return enabled;
  const evidence = together(enabled.evidence, disabled.known ? disabled.evidence : []);
  if (items(enabled.value).includes(plugin)) return { known: true, on: true, evidence };
  if (instance.version === undefined) {
    const detail = `the API server's version is not known, so neither is whether ${plugin} is on by default`;
    return { known: false, because: { code: 'not-visible', detail } };
  }
  const defaults = facts.admissionPlugins(instance.version.value);
  if (!defaults.known) return { known: false, because: { code: 'outside-known-versions', detail: defaults.why } };
  const on = defaults.value.enabled.includes(plugin);
  const fact = `whether ${plugin} is on by default in Kubernetes ${instance.version.value}`;
  return {
    known: true,
    on,
    evidence: together(evidence, [{ from: 'fact', fact, value: on, source: defaults.source }]),
  };
}

interface Spec<Id extends string> {
  readonly meta: CheckMeta<Id>;
  readonly plugin: string;
  readonly wanted: 'on' | 'off';
  /** What is lost where it is not as wanted; begins with the plugin's name or a noun. */
  readonly broken: string;
  /** A feature gate that old releases have: switched off the plugin does nothing, though it is on. */
  readonly gate?: string;
}

/** A check that wants one admission plugin on, or off, in every API server. */
export function admissionCheck<const Id extends string>(spec: Spec<Id>): AutomatedCheck<Id, typeof VIEW, never> {
  return automated<Id, typeof VIEW>({
    meta: spec.meta,
    needs: [VIEW],
    evaluate: (cluster, context) =>
      each(cluster[VIEW].instances, (instance) => judge(spec, instance, context), cluster[VIEW].none),
  });
}

function judge(spec: Omit<Spec<string>, 'meta'>, instance: Instance, context: Context): Finding {
  const { subject } = instance;
  const state = pluginState(instance, spec.plugin, context);
  if (!state.known) return { verdict: 'unknown', subject, evidence: [], because: state.because };
  const evidence = expecting(state.evidence, `${spec.plugin} ${spec.wanted}`);
  if (state.on !== (spec.wanted === 'on')) return { verdict: 'fail', subject, evidence, message: spec.broken };
  const gates = instance.get('feature-gates');
  if (spec.gate === undefined || (!gates.known && !mayBeGiven(instance, 'feature-gates', gates))) {
    return { verdict: 'pass', subject, evidence };
  }
  if (!gates.known) return { verdict: 'unknown', subject, evidence, because: gates.because };
  if (gateGiven(items(gates.value), spec.gate) !== false) return { verdict: 'pass', subject, evidence };
  return { verdict: 'fail', subject, evidence: together(evidence, gates.evidence), message: spec.broken };
}
