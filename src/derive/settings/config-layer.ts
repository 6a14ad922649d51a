import type { Evidence, ObjectRef, Observed, Scalar, SettingSource } from '../../model/finding.ts';
import type { Config, ConfigValue } from '../../model/resources.ts';
import { escapePointer } from '../places.ts';

/** The value of a dotted field of a configuration document; undefined where the document does not have it. */
export function fieldOf(config: Config, field: string): ConfigValue | undefined {
  let value: ConfigValue | undefined = config;
  for (const step of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Config)[step];
  }
  return value;
}

/** A field's value as a setting: lists as they are, maps as `key=value` entries; undefined for anything deeper. */
export function observedField(value: ConfigValue): Observed | undefined {
  if (typeof value !== 'object' || value === null) return value;
  const items = Array.isArray(value)
    ? (value as readonly ConfigValue[])
    : Object.entries(value as Config).map(([key, item]) => (isScalar(item) ? `${key}=${item}` : undefined));
  return items.every(isScalar) ? (items as readonly Scalar[]) : undefined;
}

const isScalar = (value: ConfigValue | undefined): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Where a configuration document stands: in a key of an API object, or in an answer of an endpoint. */
export type ConfigPlace =
  | { readonly object: ObjectRef; readonly pointer: string }
  | { readonly path: string; readonly pointer: string };

/** Evidence of a field of a document, or of its absence where `observed` is undefined. */
export function fieldEvidence(
  place: ConfigPlace,
  field: string,
  observed: Observed | undefined,
  source: SettingSource,
): Evidence {
  const pointer = `${place.pointer}/${field.split('.').map(escapePointer).join('/')}`;
  if ('path' in place) {
    // An endpoint that leaves a field out says that it is zero: there is nothing to show but that.
    return { from: 'endpoint', path: place.path, pointer, observed: observed ?? null, source };
  }
  if (observed === undefined) return { from: 'absence', object: place.object, pointer: place.pointer, sought: field };
  return { from: 'object', object: place.object, pointer, observed, source };
}
