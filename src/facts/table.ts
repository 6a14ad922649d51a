import type { FlagType } from '../model/facts.ts';
import type { Observed } from '../model/finding.ts';
import { compareVersions, type FactVersion, plain } from './version.ts';

/** Versions `from` .. `through`, both included. `through` names a whole minor. */
export interface Era {
  readonly from: string;
  readonly through: string;
  /** As text; undefined where the setting is there and its default is not described. */
  readonly value: string | undefined;
}

/** A flag or field, oldest era first. */
export interface Row {
  readonly type: FlagType;
  readonly eras: readonly Era[];
}

export type Table = ReadonlyMap<string, Row>;

/** Reads a table of src/facts/data: a line each of `name type era era...`, an era `from..through=value` or `from..through?`. */
export function parseTable(text: string): Table {
  const rows = new Map<string, Row>();
  for (const line of text.split('\n')) {
    const [name, type, ...eras] = line.split(/\s+/);
    if (name === undefined || name === '') continue;
    rows.set(name, { type: type as FlagType, eras: eras.map(parseEra) });
  }
  return rows;
}

/** Reads `1.20..1.37=true`. Throws where it is none: the tables are part of the program. */
export function parseEra(text: string): Era {
  const match = /^([\d.]+?)\.\.([\d.]+)(?:=(.*)|\??)$/s.exec(text);
  const [from, through] = [match?.[1], match?.[2]];
  if (from === undefined || through === undefined) throw new Error(`no era: ${text}`);
  return { from, through, value: match?.[3] };
}

/** Whether a version lies in an era. */
export function holds({ from, through }: Pick<Era, 'from' | 'through'>, version: FactVersion): boolean {
  return compareVersions(plain(version), from) >= 0 && compareVersions(version.line, through) <= 0;
}

/** A default as its type wants it. */
export function readDefault(text: string, type: FlagType): Observed {
  if (type === 'boolean') return text === 'true';
  if (type === 'integer') return Number(text);
  if (type === 'list' || type === 'map') return text === '' ? [] : text.split(',');
  return text;
}
