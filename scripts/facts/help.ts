import { holds, type Table } from '../../src/facts/table.ts';
import { parseVersion } from '../../src/facts/version.ts';
import type { Component } from '../../src/model/check.ts';
import type { Facts, FlagType } from '../../src/model/facts.ts';
import type { Observed } from '../../src/model/finding.ts';

/** A flag as a binary's --help shows it. */
export interface HelpFlag {
  /** The word after the flag; undefined for a bare boolean. */
  readonly word: string | undefined;
  /** As printed, without quotes; undefined where none is (then it is the zero of its type, or is not told). */
  readonly printed: string | undefined;
}

export interface Difference {
  readonly what: string;
  readonly facts: string;
  readonly binary: string;
}

/** The words that pflag prints for a flag's type, and what kubevet reads them as. */
const TYPES: Readonly<Record<string, FlagType>> = {
  int: 'integer',
  int32: 'integer',
  int64: 'integer',
  uint: 'integer',
  uint32: 'integer',
  Level: 'integer',
  duration: 'duration',
  strings: 'list',
  stringArray: 'list',
  int32Slice: 'list',
  namedCertKey: 'list',
  cidrs: 'list',
  'reserved-memory': 'list',
  '[]v1.Taint': 'list',
  mapStringString: 'map',
  mapStringBool: 'map',
  stringToString: 'map',
  colonSeparatedMultimapStringString: 'map',
  'version[=true]': 'boolean',
  // Not a type: a word of the usage of the boolean --seccomp-default that stands in backquotes.
  RuntimeDefault: 'boolean',
};

/** Reads the output of --help of a Kubernetes component. */
export function parseHelp(text: string): ReadonlyMap<string, HelpFlag> {
  const found = new Map<string, { word: string | undefined; body: string }>();
  let current: { word: string | undefined; body: string } | undefined;
  for (const line of text.split('\n')) {
    const match = /^\s{2,6}(?:-[a-z], )?--([\w.-]+)(?: (\S+))?(?:\s{2,}(.*))?$/.exec(line);
    if (match?.[1] !== undefined) {
      current = { word: match[2], body: match[3] ?? '' };
      found.set(match[1], current);
    } else if (/^\s{10,}/.test(line) && current !== undefined) {
      current.body += `\n${line.trim()}`;
    }
  }
  return new Map([...found].map(([name, { word, body }]) => [name, { word, printed: defaultIn(body) }]));
}

/** Reads the output of `etcd --help`, where defaults stand in single quotes after the flag. */
export function parseEtcdHelp(text: string): ReadonlyMap<string, HelpFlag> {
  const flags = new Map<string, HelpFlag>();
  for (const line of text.split('\n')) {
    const match = /^ {2}--([\w-]+)(?: '(.*)'| (\S+))?$/.exec(line);
    if (match?.[1] !== undefined) flags.set(match[1], { word: 'string', printed: match[2] ?? match[3] });
  }
  return flags;
}

/** Where facts and kube-apiserver's help differ in admission plugins. */
export function comparePlugins(facts: Facts, version: string, text: string): readonly Difference[] {
  const shown = pluginsIn(text);
  const described = facts.admissionPlugins(version);
  return (['enabled', 'known'] as const).flatMap((kind) => {
    const ours = described.known ? described.value[kind] : [];
    const missing = shown[kind].filter((name) => !ours.includes(name));
    const extra = ours.filter((name) => !shown[kind].includes(name));
    return [
      ...missing.map((name) => ({ what: `admission plugin ${name}`, facts: `not ${kind}`, binary: kind })),
      ...extra.map((name) => ({ what: `admission plugin ${name}`, facts: kind, binary: `not ${kind}` })),
    ];
  });
}

/** The admission plugins of kube-apiserver's help. One that is listed as on while its gate shows as off is off. */
export function pluginsIn(text: string): { readonly enabled: readonly string[]; readonly known: readonly string[] } {
  const listed =
    /--enable-admission-plugins.*?enabled ones \((.*?)\)\. Comma-delimited list of admission plugins: (.*?)\. The order/s.exec(
      text,
    );
  const isOff = (gate: string | undefined) =>
    gate !== undefined && new RegExp(`kube:${gate}=.*default=false`).test(text);
  return {
    enabled: (listed?.[1] ?? '').split(', ').filter((name) => !isOff(GATED_PLUGINS[name])),
    known: (listed?.[2] ?? '').split(', '),
  };
}

/** Plugins that do nothing while a feature gate is off. */
const GATED_PLUGINS: Readonly<Record<string, string>> = {
  ClusterTrustBundleAttest: 'ClusterTrustBundle',
  MutatingAdmissionPolicy: 'MutatingAdmissionPolicy',
  NodeDeclaredFeatureValidator: 'NodeDeclaredFeatures',
  PodGroupProtection: 'GenericWorkload',
  PodTopologyLabels: 'PodTopologyLabelsAdmission',
};

/** Where facts and a binary's help differ: flags missing on either side, flags described for other versions only, types, defaults. */
export function compareWithHelp(
  facts: Facts,
  component: Component,
  version: string,
  help: ReadonlyMap<string, HelpFlag>,
  described: Table,
): readonly Difference[] {
  const own = parseVersion(version);
  const gone = [...described.keys()].filter(
    (flag) => !help.has(flag) && !HIDDEN.has(flag) && facts.flagDefault(component, flag, version).known,
  );
  const late = [...described].filter(
    ([flag, { eras }]) =>
      help.has(flag) && own !== undefined && eras.length > 0 && !eras.some((era) => holds(era, own)),
  );
  return [
    ...[...help].flatMap(([flag, shown]) => compareFlag(facts, component, version, flag, shown)),
    ...gone.map((flag) => ({ what: `${component} --${flag}`, facts: 'there', binary: 'not in --help' })),
    ...late.map(([flag]) => ({ what: `${component} --${flag}`, facts: 'not in this version', binary: 'in --help' })),
  ];
}

/** Flags that --help of some version does not list although they are there: deprecated ones (/flagz shows them), and etcd's file. */
const HIDDEN = new Set([
  'apiserver-count',
  'audit-webhook-batch-initial-backoff',
  'cloud-provider',
  'config-file',
  'default-watch-cache-size',
  'enable-logs-handler',
  'kubelet-port',
  'kubelet-read-only-port',
]);

function compareFlag(
  facts: Facts,
  component: Component,
  version: string,
  flag: string,
  shown: HelpFlag,
): readonly Difference[] {
  const what = `${component} --${flag}`;
  const type = facts.flagType(component, flag);
  if (type === undefined) return [{ what, facts: 'no such flag', binary: shown.word ?? 'boolean' }];
  const differences: Difference[] = [];
  const isEtcd = component === 'etcd';
  const wanted = isEtcd ? type : typeOf(shown.word);
  if (wanted !== type) differences.push({ what, facts: type, binary: wanted });
  const fact = facts.flagDefault(component, flag, version);
  const binary = shown.printed ?? (isEtcd ? undefined : '');
  const printed = print(fact.known ? fact.value : undefined);
  if (fact.known && binary !== undefined && !same(printed, binary)) differences.push({ what, facts: printed, binary });
  return differences;
}

/** How kubevet reads the word that pflag prints for a flag's type. */
export const typeOf = (word: string | undefined): FlagType =>
  word === undefined ? 'boolean' : (TYPES[word] ?? 'string');

const ZEROS = new Set(['', 'false', '0', '0s']);

/** pflag prints no default where it is the zero of its type. */
const same = (one: string, other: string): boolean => one === other || (ZEROS.has(one) && ZEROS.has(other));

const print = (value: Observed | undefined): string => (Array.isArray(value) ? value.join(',') : String(value));

function defaultIn(body: string): string | undefined {
  const usage = body.replace(/\s*\(DEPRECATED:[\s\S]*\)\s*$/, '');
  const at = usage.lastIndexOf('(default ');
  if (at < 0 || !usage.endsWith(')')) return undefined;
  const printed = usage.slice(at + '(default '.length, -1);
  return printed.replace(/^"(.*)"$/s, '$1').replace(/^\[(.*)\]$/s, '$1');
}

/** Where facts and the help of all components of a version differ in feature gates; those of GA and deprecated features no help lists. */
export function compareGates(
  facts: Facts,
  version: string,
  texts: readonly string[],
  described: readonly string[],
): readonly Difference[] {
  const shown = new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/\b(\w+)=true\|false \((\w+) - default=/g)].map(
        ([, gate = '', stage = '']) => [gate, stage.toLowerCase()] as const,
      ),
    ),
  );
  return [...new Set([...shown.keys(), ...described])].flatMap((gate) => {
    const fact = facts.featureStage(gate, version);
    const ours = fact.known ? fact.value : 'not there';
    const binary = shown.get(gate) ?? 'not in --help';
    const agrees = shown.has(gate) ? ours === binary : !LISTED_STAGES.has(ours);
    return agrees || ALL_GATES.has(gate) ? [] : [{ what: `feature gate ${gate}`, facts: ours, binary }];
  });
}

const LISTED_STAGES = new Set(['alpha', 'beta']);
/** They switch all others of a stage. */
const ALL_GATES = new Set(['AllAlpha', 'AllBeta']);
