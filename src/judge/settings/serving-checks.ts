import type { AutomatedCheck, CheckMeta } from '../../model/check.ts';
import type { Evidence, Evidences, Https, Observed, Uncertainty } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import { expecting } from '../evidence.ts';
import { parseKubernetesVersion } from '../releases/kubernetes-version.ts';
import { outdatedSuites } from './cipher-suites.ts';
import { isLoopback, parseListenAddress } from './listen-address.ts';
import { isGiven, items, notUnderstood } from './observed-values.ts';
import { type Judgement, type SettingsView, settingCheck, settingsCheck } from './setting-checks.ts';

/** What the checks of the scheduler's and the controller managers' HTTPS port are made of. */
interface Spec<Id extends string, View extends SettingsView> {
  readonly meta: CheckMeta<Id>;
  readonly view: View;
}

/** Whether only programs on the node itself reach an address; an answer where it is no address. */
export function onLoopback(value: Observed): boolean | Uncertainty {
  const address = parseListenAddress(String(value));
  return address === undefined ? notUnderstood(`"${value}" is no address to listen on`) : isLoopback(address);
}

/** The same of --bind-address, which is every address where it is empty; old releases do not start so. */
export const bindsLoopback = (value: Observed): boolean | Uncertainty => (value === '' ? false : onLoopback(value));

/** A --bind-address as a sentence names it. */
export const addressName = (value: Observed): string => (value === '' ? 'all addresses' : String(value));

/** A check that wants a component to listen on loopback only, or not at all. */
export function bindAddressCheck<const Id extends string, const View extends SettingsView>(
  spec: Spec<Id, View>,
): AutomatedCheck<Id, View, never> {
  return settingsCheck({
    ...spec,
    settings: { 'bind-address': 'a loopback address' },
    judge: ({ 'bind-address': bind }, instance): Judgement => {
      const local = bindsLoopback(bind.value);
      if (local === true) return { verdict: 'pass' };
      const port = instance.get('secure-port');
      if (!port.known) return { verdict: 'unknown', because: port.because };
      if (port.value === 0) return { verdict: 'pass', evidence: port.evidence, message: 'nothing is served (port 0)' };
      if (local !== false) return { verdict: 'unknown', because: local };
      return { verdict: 'fail', message: `listens on ${addressName(bind.value)}, port ${port.value}` };
    },
  });
}

/**
 * A check that wants HTTPS and no plain HTTP. `httpThrough` is the last minor whose --port opens a plain HTTP port; without it (a
 * vendor's version tells nothing) only a port that is asked for counts.
 */
export function securePortCheck<const Id extends string, const View extends SettingsView>(
  spec: Spec<Id, View> & { readonly httpThrough?: string; readonly source: Https },
): AutomatedCheck<Id, View, never> {
  return settingsCheck({
    meta: spec.meta,
    view: spec.view,
    settings: { 'secure-port': 'a port' },
    judge: ({ 'secure-port': secure }, instance): Judgement => {
      if (secure.value === 0) return { verdict: 'fail', message: 'HTTPS is switched off (--secure-port=0)' };
      return judgePlainPort(instance, spec);
    },
  });
}

function judgePlainPort(
  instance: Instance,
  { httpThrough, source }: { readonly httpThrough?: string; readonly source: Https },
): Judgement {
  const version = instance.version && parseKubernetesVersion(instance.version.value);
  if (httpThrough !== undefined && version !== undefined && minorOf(version.line) > minorOf(httpThrough)) {
    const fact = { from: 'fact', fact: 'last minor that can serve plain HTTP', value: httpThrough, source } as const;
    return { verdict: 'pass', evidence: [fact] };
  }
  if (httpThrough === undefined && instance.given('port') === false) return { verdict: 'pass' };
  const port = instance.get('port');
  if (!port.known) return { verdict: 'unknown', because: port.because };
  const { evidence } = port;
  if (port.value === 0) return { verdict: 'pass', evidence };
  return { verdict: 'fail', evidence, message: `serves plain HTTP without any login on port ${port.value}` };
}

const minorOf = (line: string): number => Number(line.split('.')[1]);

/** Not set, or set to nothing, is TLS 1.2 in every described release. */
const STRONG_TLS = new Set(['', 'VersionTLS12', 'VersionTLS13']);
const WEAK_TLS = new Set(['VersionTLS10', 'VersionTLS11']);

/** Whether a minimum TLS version keeps out what is broken. */
export function isStrongTls(value: Observed): boolean | Uncertainty {
  const text = String(value);
  if (STRONG_TLS.has(text)) return true;
  return WEAK_TLS.has(text) ? false : notUnderstood(`"${text}" is no TLS version that Kubernetes knows`);
}

/** A check that wants TLS 1.2 or newer, and of cipher suites that are chosen none that is outdated. */
export function tlsMinVersionCheck<const Id extends string, const View extends SettingsView>(
  spec: Spec<Id, View>,
): AutomatedCheck<Id, View, never> {
  return settingsCheck({
    ...spec,
    settings: {
      'tls-min-version': 'VersionTLS12 or newer, or not set',
      'tls-cipher-suites': 'not set, or ECDHE suites with AES-GCM or CHACHA20 only',
    },
    judge: ({ 'tls-min-version': minimum, 'tls-cipher-suites': chosen }): Judgement => {
      const strong = isStrongTls(minimum.value);
      if (strong === false) return { verdict: 'fail', message: `the minimum is ${minimum.value}` };
      if (strong !== true) return { verdict: 'unknown', because: strong };
      const outdated = minimum.value === 'VersionTLS13' ? [] : outdatedSuites(items(chosen.value));
      return outdated.length === 0
        ? { verdict: 'pass' }
        : { verdict: 'fail', message: `offers ${outdated.join(', ')}` };
    },
  });
}

/** A check that wants profiling off. */
export function profilingCheck<const Id extends string, const View extends SettingsView>(
  spec: Spec<Id, View>,
): AutomatedCheck<Id, View, never> {
  return settingCheck({
    ...spec,
    setting: 'profiling',
    expected: 'false',
    passes: (value) => value === false,
    broken: () => 'profiles can be read below /debug/pprof',
  });
}

/** Paths that say no more than whether the component lives; their first slash may be left out. */
const HEALTH = /^\/?(?:healthz|readyz|livez)(?:\/.*)?$/;

const PATHS = 'authorization-always-allow-paths';

/**
 * A check that wants the API server asked who may read the component's endpoints, but for health. A component without kubeconfigs asks
 * as its ServiceAccount where its pod has one, and otherwise refuses all but the open paths: that is for a person to look at.
 * `healthOnly` cites that the default paths are those of health in every version, for where the version tells nothing.
 */
export function delegationCheck<const Id extends string, const View extends SettingsView>(
  spec: Spec<Id, View> & { readonly healthOnly?: Evidence },
): AutomatedCheck<Id, View, never> {
  return settingsCheck({
    meta: spec.meta,
    view: spec.view,
    settings: { 'authentication-kubeconfig': 'a file', 'authorization-kubeconfig': 'a file' },
    judge: (found, instance): Judgement => {
      const paths = openPaths(instance, spec.healthOnly);
      if ('because' in paths) return { verdict: 'unknown', because: paths.because };
      const { open, evidence } = paths;
      if (open.length > 0) {
        return { verdict: 'fail', evidence, message: `anybody who reaches it may read ${open.join(', ')}` };
      }
      const both =
        isGiven(found['authentication-kubeconfig'].value) && isGiven(found['authorization-kubeconfig'].value);
      return both ? { verdict: 'pass', evidence } : { verdict: 'review', evidence, message: NO_KUBECONFIG };
    },
  });
}

function openPaths(
  instance: Instance,
  healthOnly: Evidence | undefined,
): { readonly open: readonly string[]; readonly evidence: Evidences } | { readonly because: Uncertainty } {
  const paths = instance.get(PATHS);
  if (paths.known) {
    const open = items(paths.value).filter((path) => !HEALTH.test(path));
    return { open, evidence: expecting(paths.evidence, 'paths of health only') };
  }
  const atDefault = healthOnly !== undefined && instance.given(PATHS) === false;
  return atDefault ? { open: [], evidence: [healthOnly] } : { because: paths.because };
}

const NO_KUBECONFIG =
  'without both kubeconfigs it asks the API server as the ServiceAccount of its pod, or, where there is none, refuses all but health requests';
