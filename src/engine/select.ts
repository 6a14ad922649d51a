import { type Check, type CheckMeta, COMPONENTS, scoreComponent } from '../model/check.ts';
import { KubevetError } from '../model/error.ts';
import { compareTexts } from './order.ts';

/** What the user asked for, as `--check` and `--component` give it. */
export interface Selectors {
  readonly checks: readonly string[];
  readonly components: readonly string[];
}

/** The checks to run, of all that there are; `selectors` is null where every check was asked for. */
export interface Selection {
  readonly checks: readonly Check[];
  readonly all: readonly Check[];
  readonly selectors: Selectors | null;
}

/**
 * Selects checks that fit both lists of selectors: ids, patterns (`rbac/*`) and components, of which `!x` leaves x out. An empty list,
 * or one that only leaves out, starts from all. Fails where a selector fits no check, and where none is left.
 */
export function select(all: readonly Check[], selectors: Selectors): Selection {
  if (selectors.checks.length === 0 && selectors.components.length === 0) return { checks: all, all, selectors: null };
  const names = [...all.map(({ meta }) => meta.id), ...COMPONENTS];
  const byCheck = choose(all, selectors.checks, (meta, text) => fits(meta, text), names, 'check');
  const byComponent = choose(all, selectors.components, isOfComponent, COMPONENTS, 'component');
  const checks = all.filter((check) => byCheck.has(check) && byComponent.has(check));
  if (checks.length > 0) return { checks, all, selectors };
  throw new KubevetError('usage', 'the selection leaves no check', { hint: '`kubevet checks` lists all of them.' });
}

type Fits = (meta: CheckMeta, text: string) => boolean;

function choose(
  all: readonly Check[],
  selectors: readonly string[],
  isFit: Fits,
  names: readonly string[],
  what: string,
): ReadonlySet<Check> {
  const chosen = (selector: string): readonly Check[] => {
    const text = selector.replace(/^!/, '');
    const found = all.filter(({ meta }) => isFit(meta, text));
    if (found.length === 0 && !(COMPONENTS as readonly string[]).includes(text)) throw noSuch(what, text, names);
    return found;
  };
  const [wanted, unwanted] = [
    selectors.filter((one) => !one.startsWith('!')),
    selectors.filter((one) => one.startsWith('!')),
  ];
  const excluded = new Set(unwanted.flatMap(chosen));
  const included = wanted.length === 0 ? all : wanted.flatMap(chosen);
  return new Set(included.filter((check) => !excluded.has(check)));
}

const fits: Fits = (meta, text) => meta.id === text || isOfComponent(meta, text) || patternOf(text).test(meta.id);

const isOfComponent: Fits = (meta, text) => meta.component === text || scoreComponent(meta) === text;

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );

function noSuch(what: string, text: string, names: readonly string[]): KubevetError {
  const [nearest] = [...names].sort((a, b) => distance(text, a) - distance(text, b) || compareTexts(a, b));
  const close = nearest !== undefined && distance(text, nearest) <= Math.max(3, text.length / 2);
  const hint = close ? `Did you mean ${nearest}?` : '`kubevet checks` lists all of them.';
  return new KubevetError('usage', `no ${what} fits "${text}"`, { hint });
}

/** How many letters must be added, dropped or changed to get from one text to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
