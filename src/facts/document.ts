import { KubevetError } from '../model/error.ts';
import type { Product } from '../model/facts.ts';
import type { Https } from '../model/finding.ts';
import { BUILT_IN, type DataSet, type DatedLines, FLAG_COMPONENTS, linesIn } from './data-set.ts';
import { PRODUCTS } from './releases.ts';
import { compareVersions } from './version.ts';

/**
 * A newer edition of the data as a file: `{ "kind": "KubevetFacts", "schema": 1, ... }` and any of the sections of a data set, the lines of
 * a table as an array. What is left out stays as it is.
 */
export interface FactsDocument {
  readonly kind: 'KubevetFacts';
  readonly schema: 1;
  readonly releases?: Partial<Record<Product, DocumentLines>>;
  readonly vulnerabilities?: { readonly asOf: Readonly<Record<string, string>>; readonly lines: readonly string[] };
  readonly operatingSystems?: Readonly<Record<string, DocumentLines>>;
  /** Goes with both of the below, and they with it. */
  readonly describedThrough?: string;
  readonly flags?: Readonly<Record<string, readonly string[]>>;
  readonly admissionPlugins?: readonly string[];
}

export interface DocumentLines {
  readonly asOf: string;
  readonly source: string;
  readonly lines: readonly string[];
}

const DAY = '20\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const ERA = '[\\d.]+\\.\\.[\\d.]+';
const RANGE = '[\\d.]+\\.\\.[\\d.]*';

/** What a line of each table looks like. */
const LINES = {
  release: new RegExp(`^[\\d.]+ +[\\d.]+ +(?:-|${DAY})$`),
  system: new RegExp(`^[\\w.]+ +${DAY} +(?:-|\\?|${DAY})$`),
  vulnerability: new RegExp(
    `^(?:CVE-\\d{4}-\\d{4,}|GHSA(?:-[a-z0-9]{4}){3}) \\| (?:critical|high|medium|low|unknown) \\| (?:unconfirmed|-) \\| ` +
      `[a-z-]+(?: ${RANGE})+(?:, [a-z-]+(?: ${RANGE})+)* \\| [^|]+\\. \\| [^|]+$`,
  ),
  flag: new RegExp(`^[\\w.-]+ +(?:boolean|integer|string|list|duration|map)(?: +${ERA}(?:=\\S*|\\?))*$`),
  plugin: new RegExp(`^\\w+ +(?:on ${ERA}(?: ${ERA})*|off) +known ${ERA}(?: ${ERA})*$`),
} as const;

/**
 * Reads a document and puts it over a data set, section by section wherever it is newer. Throws where it is none, where anything in it is
 * not as the tables are written, where it is from after `today` (a day), and where nothing in it is newer.
 */
export function updated(data: DataSet, text: string, today: string): DataSet {
  const document = read(text, today);
  const merged = merge(data, document);
  if (JSON.stringify(merged) === JSON.stringify(data))
    refuse('nothing in it is newer than what is in use', 'An older edition never replaces a newer one.');
  return merged;
}

/** As `updated`, of a document that was taken before: what is no longer newer in it does not matter. */
export const overlaid = (data: DataSet, text: string, today: string): DataSet => merge(data, read(text, today));

function merge(data: DataSet, document: FactsDocument): DataSet {
  const { describedThrough = data.describedThrough, vulnerabilities } = document;
  const newerDefaults = compareVersions(describedThrough, data.describedThrough) > 0;
  const newerVulnerabilities =
    vulnerabilities !== undefined &&
    Object.entries(data.vulnerabilities.asOf).every(
      ([product, asOf]) => (vulnerabilities.asOf[product] ?? '') >= asOf,
    ) &&
    Object.entries(data.vulnerabilities.asOf).some(([product, asOf]) => (vulnerabilities.asOf[product] ?? '') > asOf);
  const text = (lines: readonly string[]): string => `\n${lines.join('\n')}\n`;
  return {
    releases: newest(data.releases, document.releases),
    vulnerabilities: newerVulnerabilities
      ? {
          asOf: { ...data.vulnerabilities.asOf, ...vulnerabilities.asOf },
          lines: text(vulnerabilities.lines),
        }
      : data.vulnerabilities,
    operatingSystems: newest(data.operatingSystems, document.operatingSystems),
    describedThrough: newerDefaults ? describedThrough : data.describedThrough,
    flags: newerDefaults
      ? {
          ...data.flags,
          ...Object.fromEntries(Object.entries(document.flags ?? {}).map(([name, lines]) => [name, text(lines)])),
        }
      : data.flags,
    admissionPlugins: newerDefaults ? text(document.admissionPlugins ?? []) : data.admissionPlugins,
  };
}

function newest<Name extends string>(
  own: Readonly<Record<Name, DatedLines>>,
  others: Partial<Record<Name, DocumentLines>> = {},
): Readonly<Record<Name, DatedLines>> {
  const entries = (Object.entries(own) as [Name, DatedLines][]).map(([name, mine]) => {
    const other = others[name];
    if (other === undefined || other.asOf <= mine.asOf) return [name, mine] as const;
    const { asOf, source, lines } = other;
    return [name, { ...mine, asOf, source: source as Https, lines: `\n${lines.join('\n')}\n` }] as const;
  });
  return Object.fromEntries(entries) as Record<Name, DatedLines>;
}

function read(text: string, today: string): FactsDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new KubevetError('usage', 'these facts are no JSON', { cause });
  }
  const document = record(value, 'the file');
  if (document['kind'] !== 'KubevetFacts' || document['schema'] !== 1)
    refuse('the file is no edition of facts that this version of kubevet reads');
  only(document, Object.keys(SECTIONS).concat('kind', 'schema'), 'the file');
  for (const [section, verify] of Object.entries(SECTIONS)) {
    if (document[section] !== undefined) verify(document[section], section, today);
  }
  const described = ['describedThrough', 'flags', 'admissionPlugins'] as const;
  const given = described.filter((section) => document[section] !== undefined);
  if (given.length > 0 && given.length < described.length)
    refuse(`${given.join(', ')}: of ${described.join(', ')} all or none must be there`);
  return document as unknown as FactsDocument;
}

const SECTIONS: Readonly<Record<string, (value: unknown, where: string, today: string) => void>> = {
  releases: (value, where, today) => datedTables(value, where, Object.keys(PRODUCTS), LINES.release, today),
  vulnerabilities: (value, where, today) => {
    const { asOf, lines } = only(record(value, where), ['asOf', 'lines'], where);
    const days = only(record(asOf, `${where}.asOf`), Object.keys(BUILT_IN.vulnerabilities.asOf), `${where}.asOf`);
    for (const [product, day] of Object.entries(days)) verifyDay(day, `${where}.asOf.${product}`, today);
    verifyLines(lines, `${where}.lines`, LINES.vulnerability);
  },
  operatingSystems: (value, where, today) =>
    datedTables(value, where, Object.keys(BUILT_IN.operatingSystems), LINES.system, today),
  describedThrough: (value, where) => {
    if (typeof value !== 'string' || !/^1\.\d{2}$/.test(value)) refuse(`${where} is no minor version`);
  },
  flags: (value, where) => {
    const tables = only(record(value, where), FLAG_COMPONENTS, where);
    for (const [name, lines] of Object.entries(tables)) verifyLines(lines, `${where}.${name}`, LINES.flag);
  },
  admissionPlugins: (value, where) => void verifyLines(value, where, LINES.plugin),
};

function datedTables(value: unknown, where: string, names: readonly string[], line: RegExp, today: string): void {
  for (const [name, table] of Object.entries(only(record(value, where), names, where))) {
    const place = `${where}.${name}`;
    const { asOf, source, lines } = only(record(table, place), ['asOf', 'source', 'lines'], place);
    verifyDay(asOf, `${place}.asOf`, today);
    if (typeof source !== 'string' || !/^https:\/\/[\w./?=&#%~+-]+$/.test(source))
      refuse(`${place}.source is no https address`);
    verifyLines(lines, `${place}.lines`, line);
  }
}

function verifyDay(value: unknown, where: string, today: string): void {
  if (typeof value !== 'string' || !new RegExp(`^${DAY}$`).test(value)) refuse(`${where} is no day`);
  else if (value > today) refuse(`${where} is ${value}, which is still to come`);
}

function verifyLines(value: unknown, where: string, form: RegExp): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return refuse(`${where} is no list of lines`);
  const odd = value.findIndex((line) => typeof line !== 'string' || !form.test(line) || /\p{Cc}|\p{Cf}/u.test(line));
  if (odd >= 0) refuse(`${where}[${odd}] is not written as lines of this table are`);
  return value as readonly string[];
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(`${where} is no object`);
  return value as Readonly<Record<string, unknown>>;
}

function only<T extends Readonly<Record<string, unknown>>>(value: T, names: readonly string[], where: string): T {
  const strange = Object.keys(value).find((name) => !names.includes(name));
  if (strange !== undefined) refuse(`${where} has a field that is not known: ${JSON.stringify(strange)}`);
  return value;
}

function refuse(why: string, hint?: string): never {
  throw new KubevetError('usage', `these facts cannot be taken: ${why}`, hint === undefined ? {} : { hint });
}

/** A data set as a document, whole. */
export function documentOf(data: DataSet): FactsDocument {
  const dated = (tables: Readonly<Record<string, DatedLines>>): Record<string, DocumentLines> =>
    Object.fromEntries(
      Object.entries(tables).map(([name, { asOf, source, lines }]) => [name, { asOf, source, lines: linesIn(lines) }]),
    );
  return {
    kind: 'KubevetFacts',
    schema: 1,
    releases: dated(data.releases),
    vulnerabilities: { asOf: data.vulnerabilities.asOf, lines: linesIn(data.vulnerabilities.lines) },
    operatingSystems: dated(data.operatingSystems),
    describedThrough: data.describedThrough,
    flags: Object.fromEntries(Object.entries(data.flags).map(([name, lines]) => [name, linesIn(lines)])),
    admissionPlugins: linesIn(data.admissionPlugins),
  };
}
