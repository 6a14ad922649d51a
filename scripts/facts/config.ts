import type { Facts } from '../../src/model/facts.ts';
import type { Difference } from './help.ts';

/** Where facts and the configuration with which a component says that it runs differ, but for the fields that were `set`. */
export function compareConfig(
  facts: Facts,
  component: Parameters<Facts['configDefault']>[0],
  version: string,
  shown: object,
  set: ReadonlySet<string>,
): readonly Difference[] {
  return Object.entries(fieldsOf(shown)).flatMap(([field, value]) => {
    const fact = facts.configDefault(component, field, version);
    if (set.has(field) || !fact.known || String(fact.value) === String(value ?? '')) return [];
    return [{ what: `${component} ${field}`, facts: String(fact.value), binary: String(value) }];
  });
}

/** The fields of a configuration by their paths: `authentication.anonymous.enabled`. */
export function fieldsOf(value: object, path = ''): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.entries(fieldsOf(one, `${path}${key}.`))
        : [[path + key, one]],
    ),
  );
}
