import { parseAllDocuments } from 'yaml';
import type { Config, ConfigValue } from '../model/resources.ts';
import type { FieldList } from './config-fields.ts';
import { isSecretFlag, keepFlagValue, keepText, REDACTED } from './secret-text.ts';
import { isRecord, type Untyped } from './untyped.ts';

/** More than any object of the API can hold. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;

/** Documents parsed from a text, or why it cannot be. */
export type Documents =
  | { readonly ok: true; readonly documents: readonly unknown[] }
  | { readonly ok: false; readonly detail: string };

/** Reads YAML (and so JSON) of one or more documents, bounded: aliases cannot blow it up, and nesting cannot crash it. */
export function parseDocuments(text: string, largest = LARGEST_DOCUMENT): Documents {
  if (text.length > largest) return { ok: false, detail: 'it is too large' };
  try {
    const documents = [];
    for (const document of parseAllDocuments(text, { logLevel: 'error' })) {
      const [error] = document.errors;
      if (error !== undefined) return { ok: false, detail: firstLine(error.message) };
      documents.push(document.toJS({ maxAliasCount: 100 }) as unknown);
    }
    return { ok: true, documents };
  } catch (error) {
    return { ok: false, detail: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

/** Keeps the listed fields of a document; a value that is no plain data is dropped. */
export function keepFields(document: Untyped, fields: FieldList): Config {
  const kept: Record<string, ConfigValue> = {};
  for (const [name, rule] of Object.entries(fields)) {
    const value = keepField(document[name], rule);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

function keepField(value: unknown, rule: FieldList[string]): ConfigValue | undefined {
  if (rule === true) return keepValue(value, 0);
  if (rule === 'arguments') return keepExtraArguments(value);
  if (Array.isArray(value)) return value.flatMap((item) => (isRecord(item) ? [keepFields(item, rule)] : []));
  return isRecord(value) ? keepFields(value, rule) : keepValue(value, 0);
}

/** Configuration is never nested deeper. */
const DEEPEST = 16;

function keepValue(value: unknown, depth: number): ConfigValue | undefined {
  if (typeof value === 'string') return keepText(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.flatMap((item) => keepValue(item, depth + 1) ?? []);
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const kept = isSecretFlag(name) && typeof member === 'string' ? REDACTED : keepValue(member, depth + 1);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

/** kubeadm's extraArgs: a map of flags, or from v1beta4 a list of names and values. */
function keepExtraArguments(value: unknown): ConfigValue | undefined {
  if (Array.isArray(value)) {
    return value.filter(isRecord).map(({ name, value: text }) => {
      const flag = String(name);
      return { name: flag, value: typeof text === 'string' ? keepFlagValue(flag, text) : (keepValue(text, 0) ?? null) };
    });
  }
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([flag, text]) => [flag, keepFlagValue(flag, String(text))]));
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.replace(/[:.]$/, '') ?? '';
