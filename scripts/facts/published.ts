import { BUILT_IN, type DataSet, linesIn } from '../../src/facts/data-set.ts';
import type { DocumentLines } from '../../src/facts/document.ts';
import { parseEra, parseTable } from '../../src/facts/table.ts';
import { compareVersions } from '../../src/facts/version.ts';
import type { Product } from '../../src/model/facts.ts';
import { type HelpFlag, pluginsIn, typeOf } from './help.ts';

/** Names that endoflife.date gives the products whose lines and versions it names as kubevet does. */
export const END_OF_LIFE_NAMES: Readonly<Partial<Record<Product, string>>> = {
  kubernetes: 'kubernetes',
  etcd: 'etcd',
  containerd: 'containerd',
  'docker-engine': 'docker-engine',
};

interface Cycle {
  readonly line: string;
  readonly latest: string;
  /** A day; true and false say that it has ended or not, and no day. */
  readonly end: string | boolean | null;
}

/**
 * The release lines of one product as endoflife.date gives them: `GET /api/PRODUCT.json` (a list of cycles), or
 * `GET /api/v1/products/PRODUCT` (`result.releases`). https://endoflife.date/docs/api/v1/ Throws where it is neither. A line that has
 * ended on no known day, or of which nothing is said, stays as it is described.
 */
export function releasesOf(product: Product, name: string, answer: unknown, asOf: string): DocumentLines {
  const known = new Map(
    linesIn(BUILT_IN.releases[product].lines).map((row) => {
      const [line = '', , end = '-'] = row.split(/\s+/);
      return [line, end] as const;
    }),
  );
  const lines = cyclesIn(answer, name).flatMap(({ line, latest, end }) => {
    const day = typeof end === 'string' ? end : end === true ? known.get(line) : '-';
    return day === undefined || (end === true && day === '-') ? [] : [`${line}  ${latest}  ${day}`];
  });
  const told = new Set(lines.map(lineOf));
  const kept = linesIn(BUILT_IN.releases[product].lines).filter((row) => !told.has(lineOf(row)));
  const newestFirst = [...lines, ...kept].sort((one, other) => compareVersions(lineOf(other), lineOf(one)));
  return { asOf, source: `https://endoflife.date/${name}`, lines: newestFirst };
}

const lineOf = (row: string): string => row.split(' ')[0] ?? '';

function cyclesIn(answer: unknown, name: string): readonly Cycle[] {
  const odd = (): never => {
    throw new Error(`${name}: this is no answer of endoflife.date that is known`);
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : odd());
  const end = (value: unknown): Cycle['end'] =>
    typeof value === 'string' || typeof value === 'boolean' || value === null ? value : odd();
  if (Array.isArray(answer))
    return answer.map(({ cycle, latest, eol }) => ({ line: text(cycle), latest: text(latest), end: end(eol) }));
  const releases = (answer as { result?: { releases?: unknown } } | null)?.result?.releases;
  if (!Array.isArray(releases)) return odd();
  return releases.map(({ name: line, latest, eolFrom, isEol }) => ({
    line: text(line),
    latest: text(latest?.name),
    end: end(eolFrom ?? isEol ?? null),
  }));
}

/** Ids of the official feed of Kubernetes' vulnerabilities that no line describes. The feed has their ranges in prose only: they are for a person to write. */
export function notDescribed(feed: unknown, data: DataSet): readonly string[] {
  const items = (feed as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) throw new Error('this is not the official feed: it has no items');
  const described = new Set(linesIn(data.vulnerabilities.lines).map((line) => line.split(' | ')[0]));
  return items.map(({ id }) => String(id)).filter((id) => !described.has(id));
}

/**
 * Continues a table of flags by what a component of a newer minor prints as help. A flag that the help does not list, hidden or gone, is not
 * described for it.
 */
export function continueFlags(table: string, minor: string, help: ReadonlyMap<string, HelpFlag>): readonly string[] {
  const rows = parseTable(table);
  const previous = [...rows.values()]
    .flatMap(({ eras }) => eras.map(({ through }) => through))
    .reduce((one, other) => (compareVersions(one, other) > 0 ? one : other));
  return linesIn(table).map((line) => {
    const [name = '', type = '', ...eras] = line.split(/\s+/);
    const shown = help.get(name);
    if (shown === undefined || typeOf(shown.word) !== type) return line;
    const value = shown.printed ?? ZERO[type] ?? '';
    const last = eras.at(-1);
    const read = last === undefined ? undefined : parseEra(last);
    const same = read?.through === previous && read.value === value && last !== undefined;
    const era = same ? last.replace(`..${previous}`, `..${minor}`) : `${minor}..${minor}=${value}`;
    return [name, type, ...(same ? eras.slice(0, -1) : eras), era].join(' ');
  });
}

const ZERO: Readonly<Record<string, string>> = { boolean: 'false', integer: '0', duration: '0s' };

/** Continues the table of admission plugins by what the kube-apiserver of a newer minor prints as help. */
export function continuePlugins(table: string, minor: string, previous: string, help: string): readonly string[] {
  const { enabled, known } = pluginsIn(help);
  if (known.length < 2) throw new Error('the help lists no admission plugins');
  const continued = (eras: string, holds: boolean): string => {
    if (!holds) return eras;
    return eras.endsWith(`..${previous}`)
      ? eras.replace(new RegExp(`\\.\\.${previous.replace('.', '\\.')}$`), `..${minor}`)
      : `${eras} ${minor}..${minor}`.trim();
  };
  const rows = linesIn(table).map((line) => {
    const [, name = '', on = '', eras = ''] = /^(\w+)\s+(?:on (.+?)|off)\s+known (.+)$/.exec(line) ?? [];
    return row(name, continued(on, enabled.includes(name)), continued(eras, known.includes(name)));
  });
  const described = new Set(rows.map((line) => line.split(' ')[0]));
  const added = known.filter((name) => !described.has(name));
  return [
    ...rows,
    ...added.map((name) => row(name, enabled.includes(name) ? `${minor}..${minor}` : '', `${minor}..${minor}`)),
  ].sort();
}

const row = (name: string, on: string, known: string): string =>
  `${name} ${on === '' ? 'off' : `on ${on}`} known ${known}`;
