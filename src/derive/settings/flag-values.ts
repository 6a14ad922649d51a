import type { FlagType } from '../../model/facts.ts';
import type { Observed } from '../../model/finding.ts';

/**
 * Reads what a flag was given, in order, as its type wants it: lists and maps accumulate, of others the last wins. `undefined` among
 * the values is a flag without any. Answers undefined where the text is not of the type. A flag of no known type is a string.
 */
export function readFlagValue(
  values: readonly (string | undefined)[],
  type: FlagType | undefined,
): Observed | undefined {
  const last = values.at(-1);
  switch (type) {
    case 'boolean':
      return last === undefined ? true : readBoolean(last);
    case 'integer':
      return last === undefined ? undefined : readInteger(last);
    case 'list':
      return readList(values);
    case 'map':
      return readMap(values);
    default:
      return last;
  }
}

/** A list or map as flagz prints it: `[a,b]`, `map[]`. Others are as they were given. */
export function unwrapPrinted(text: string, type: FlagType | undefined): string {
  if (type === 'list' || type === 'map') return /^(?:map)?\[(.*)\]$/s.exec(text)?.[1] ?? text;
  return text;
}

const TRUE = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

function readBoolean(text: string): boolean | undefined {
  if (TRUE.has(text)) return true;
  return FALSE.has(text) ? false : undefined;
}

/** Decimal only: other bases are legal and nobody writes them. */
function readInteger(text: string): number | undefined {
  if (!/^[-+]?(?:0|[1-9]\d*)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

function readList(values: readonly (string | undefined)[]): readonly string[] | undefined {
  const items: string[] = [];
  for (const value of values) {
    // Quotes have a meaning of their own inside a list (they are read as CSV).
    if (value === undefined || value.includes('"')) return undefined;
    items.push(...value.split(',').map((item) => item.trim()));
  }
  return items.filter((item) => item !== '');
}

/** `key=value` entries, one per key, the last of each, in order of first appearance. */
function readMap(values: readonly (string | undefined)[]): readonly string[] | undefined {
  const items = readList(values);
  if (items === undefined) return undefined;
  const entries = new Map<string, string>();
  for (const item of items) entries.set(item.replace(/=.*$/s, ''), item);
  return [...entries.values()];
}
