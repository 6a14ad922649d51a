import type { Evidence, Observed } from '../../model/finding.ts';
import type { Config, ConfigValue } from '../../model/resources.ts';
import type { NamedFile } from '../../model/views.ts';

/** The objects in a list of a configuration document; others are passed over as empty ones, so that places stay. */
export const records = (value: ConfigValue | undefined): readonly Config[] =>
  Array.isArray(value) ? (value as readonly ConfigValue[]).map((one) => (isConfig(one) ? one : {})) : [];

/** A section of a configuration document; empty where it is none. */
export const section = (value: ConfigValue | undefined): Config => (isConfig(value) ? value : {});

/** The texts in a list of a configuration document. */
export const texts = (value: ConfigValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly ConfigValue[]).filter((one): one is string => typeof one === 'string') : [];

/** Shows what stands at a place in a file; null where nothing does, an empty list for a section. */
export function fileEvidence(file: NamedFile, pointer: string, expected?: string): Evidence {
  const { node, path, content } = file;
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<ConfigValue | undefined>(
      (at, step) => (typeof at === 'object' && at !== null ? (at as Config)[step] : undefined),
      content,
    );
  const wanted = expected === undefined ? {} : { expected };
  return { from: 'host-file', node, path, pointer, observed: observed(value), source: 'host-file', ...wanted };
}

const observed = (value: ConfigValue | undefined): Observed =>
  typeof value !== 'object' || value === null ? (value ?? null) : texts(value);

const isConfig = (value: ConfigValue | undefined): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
