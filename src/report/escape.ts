/**
 * What may act on a terminal or mislead its reader: control characters (with those that begin a terminal escape), bidirectional overrides and
 * marks, characters without a width, line separators, tags, and halves of surrogate pairs.
 */
const HARMFUL = /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Most texts hold printable ASCII only: nothing in them needs a look. */
const PLAIN = /^[\x20-\x7E]*$/;

/** A line break or a tab, with what surrounds it. */
const BREAKS = /\s*[\t\n\r]+\s*/g;

/**
 * A text that came from outside, safe to print: what is harmful is shown as \u001b, line breaks and tabs as one space. With `lines` the
 * line breaks stay.
 */
export function escapeText(text: string, options: { readonly lines?: boolean } = {}): string {
  if (PLAIN.test(text)) return text;
  if (options.lines === true)
    return text
      .split(/\r?\n/)
      .map((line) => escapeText(line))
      .join('\n');
  return text.replace(BREAKS, ' ').replace(HARMFUL, escapeCharacter);
}

/** JSON text whose strings hold nothing harmful: the same value when parsed. */
export const escapeJson = (json: string): string =>
  json.replace(HARMFUL, (character) => (character === '\n' ? character : escapeCharacter(character)));

/** Plain data with every text in it escaped; what needs no change is not copied: a large report is mostly harmless. */
export function escapeAll<T>(value: T): T {
  if (typeof value === 'string') return escapeText(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (isHarmless(value)) return value;
  if (Array.isArray(value)) return value.map(escapeAll) as T;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [escapeText(key), escapeAll(member)])) as T;
}

/** Whether every text in plain data, keys included, stays as it is when escaped. */
function isHarmless(value: unknown): boolean {
  if (typeof value === 'string') return PLAIN.test(value) || escapeText(value) === value;
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value) {
    if (!PLAIN.test(key) || !isHarmless(value[key as keyof typeof value])) return false;
  }
  return true;
}

/** Each half of a character beyond U+FFFF by itself, as JSON wants it. */
const escapeCharacter = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
