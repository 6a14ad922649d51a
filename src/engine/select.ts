import { type Check, type CheckMeta, COMPONENTS, scoreComponent } from '../model/check.ts';
import { KubevetError } from '../model/error.ts';
import { nearest } from './nearest.ts';

/** What the user asked for, as `--check`, `--component` and `--hygiene` give it. */
export interface Selectors {
  readonly checks: readonly string[];
  readonly components: readonly string[];
  /** Whether checks of hygiene run too; one that is named by its whole id runs in any case. */
  readonly hygiene?: boolean;
}

/** The checks to run, of all that there are; `selectors` is null where none was picked or left out by name. */
export interface Selection {
  readonly checks: readonly Check[];
  readonly all: readonly Check[];
  readonly selectors: Pick<Selectors, 'checks' | 'components'> | null;
}

/**
 * Selects checks that fit both lists of selectors: ids, patterns (`rbac/*`) and components, of which `!x` leaves x out. An empty list,
 * or one that only leaves out, starts from all. Fails where a selector fits no check, and where none is left.
 */
export function select(all: readonly Check[], { hygiene = false, ...selectors }: Selectors): Selection {
  const runs = ({ meta }: Check): boolean => hygiene || meta.tier !== 'hygiene' || selectors.checks.includes(meta.id);
  if (selectors.checks.length === 0 && selectors.components.length === 0)
    return { checks: all.filter(runs), all, selectors: null };
  const names = [...all.map(({ meta }) => meta.id), ...COMPONENTS];
  const byCheck = choose(all, selectors.checks, (meta, text) => fits(meta, text), names, 'check');
  const byComponent = choose(all, selectors.components, isOfComponent, COMPONENTS, 'component');
  const checks = all.filter((check) => byCheck.has(check) && byComponent.has(check) && runs(check));
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
  const meant = nearest(text, names) ?? nearest(text, names.map(noun));
  const full = names.filter((name) => name === meant || noun(name) === meant).slice(0, 3);
  const hint = full.length === 0 ? '`kubevet checks` lists all of them.' : `Did you mean ${full.join(' or ')}?`;
  return new KubevetError('usage', `no ${what} fits "${text}"`, { hint });
}

/** The part of an id after its component, which is often remembered alone. */
const noun = (id: string): string => id.slice(id.indexOf('/') + 1);
