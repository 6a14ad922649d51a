import type { Component } from '../../model/check.ts';
import type { Facts } from '../../model/facts.ts';
import type { Evidence, Evidences, Observed, SettingSource, Subject, Uncertainty } from '../../model/finding.ts';
import type { Instance, Lookup } from '../../model/views.ts';
import type { FileAnswer } from './file-overrides.ts';
import type { FileLookup } from './host-files.ts';

/** One place that settings come from. */
export interface Layer {
  /** What it says of a setting; undefined where it says nothing, so that the next place decides. */
  read(setting: string): Lookup | undefined;
  /** Whether it gives the setting; undefined where that cannot be told. */
  gives(setting: string): boolean | undefined;
}

/** A setting that is not known. */
export const unknown = (code: Uncertainty['code'], detail: string): Extract<Lookup, { readonly known: false }> => ({
  known: false,
  because: { code, detail },
});

/** A setting that is known. */
export const known = (value: Observed, source: SettingSource, evidence: Evidences): Lookup => ({
  known: true,
  value,
  source,
  evidence,
});

/**
 * An instance whose settings come from `layers`, best first, and from `fallback` where none says anything. `inFile` says what a file
 * makes of a setting, whatever the layers say.
 */
export function instanceOf(spec: {
  readonly subject: Subject;
  readonly version: Instance['version'];
  readonly platform?: NonNullable<Instance['platform']>;
  readonly nodes?: NonNullable<Instance['nodes']>;
  readonly layers: readonly Layer[];
  readonly inFile?: (setting: string) => FileAnswer | undefined;
  readonly files?: FileLookup;
  readonly fallback: (setting: string) => Lookup;
  readonly originOf?: Instance['originOf'];
}): Instance {
  const { subject, version, layers, inFile, files, fallback } = spec;
  const get = (setting: string): Lookup => {
    const answer = inFile?.(setting);
    if (answer === undefined) return readLayers(layers, setting) ?? fallback(setting);
    return 'left' in answer ? leftTo(fallback(setting), answer.left) : answer;
  };
  return {
    subject,
    version,
    ...(spec.platform === undefined ? {} : { platform: spec.platform }),
    ...(spec.nodes === undefined ? {} : { nodes: spec.nodes }),
    ...(spec.originOf === undefined ? {} : { originOf: spec.originOf }),
    get,
    ...(files === undefined ? {} : { file: (setting) => namedFile(get(setting), files) }),
    given: (setting) => {
      const answer = inFile?.(setting);
      if (answer === undefined) return givenBy(layers, setting);
      return 'left' in answer ? false : answer.known ? true : undefined;
    },
  };
}

function namedFile(setting: Lookup, files: FileLookup): ReturnType<NonNullable<Instance['file']>> {
  if (!setting.known) return setting;
  return setting.value === '' ? undefined : files(String(setting.value));
}

/** A default that holds since a file leaves the setting out: the file is the evidence, not the command line. */
function leftTo(otherwise: Lookup, left: Evidence): Lookup {
  if (!otherwise.known) return otherwise;
  return { ...otherwise, evidence: [left, ...otherwise.evidence.filter(({ from }) => from === 'fact')] };
}

/** What the first layer that knows of a setting says of it. */
export function readLayers(layers: readonly Layer[], setting: string): Lookup | undefined {
  for (const layer of layers) {
    const found = layer.read(setting);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Given by one is given; not given only where every layer says so. */
export function givenBy(layers: readonly Layer[], setting: string): boolean | undefined {
  const answers = layers.map((layer) => layer.gives(setting));
  if (answers.includes(true)) return true;
  return answers.length > 0 && answers.every((answer) => answer === false) ? false : undefined;
}

/** The default of a flag for an instance's version; `absent` is the evidence that nothing else sets it. */
export function flagDefault(
  facts: Facts,
  component: Component,
  version: Instance['version'],
  absent: (flag: string) => Evidence,
): (flag: string) => Lookup {
  return (flag) => {
    if (version === undefined) {
      return unknown(
        'outside-known-versions',
        `--${flag} is not set, and the version that its default depends on is not known`,
      );
    }
    const fact = facts.flagDefault(component, flag, version.value);
    if (!fact.known)
      return unknown('outside-known-versions', `--${flag} is not set, and its default is not known: ${fact.why}`);
    const cited: Evidence = {
      from: 'fact',
      fact: `default of --${flag} in ${component} ${version.value}`,
      value: fact.value,
      source: fact.source,
    };
    return known(fact.value, 'default', [absent(flag), cited]);
  };
}
