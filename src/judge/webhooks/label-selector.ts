import { escapePointer } from '../../derive/places.ts';
import type { LabelSelector } from '../../shapes/generated.ts';

/** The label that every namespace has, with its name: nobody can change it. */
export const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The keys that a selector looks at. */
export const keysOf = (selector: LabelSelector | undefined): readonly string[] =>
  selector === undefined
    ? []
    : [...Object.keys(selector.matchLabels), ...selector.matchExpressions.map(({ key }) => key)];

/** Whether a selector takes a namespace in by its name alone; undefined where it looks at other labels too. */
export function selectsNamespace(selector: LabelSelector | undefined, name: string): boolean | undefined {
  if (keysOf(selector).some((key) => key !== NAME_LABEL)) return undefined;
  if (selector === undefined) return true;
  const wanted = selector.matchLabels[NAME_LABEL];
  return (
    (wanted === undefined || wanted === name) &&
    selector.matchExpressions.every(({ operator, values }) => {
      if (operator === 'In') return values.includes(name);
      if (operator === 'NotIn') return !values.includes(name);
      return operator === 'Exists';
    })
  );
}

/** The namespaces outside of which a selector takes none in, and where it names them; undefined where it names none. */
export function onlyNamespaces(
  selector: LabelSelector | undefined,
): { readonly names: string | readonly string[]; readonly pointer: string } | undefined {
  const wanted = selector?.matchLabels[NAME_LABEL];
  if (wanted !== undefined) return { names: wanted, pointer: `/matchLabels/${escapePointer(NAME_LABEL)}` };
  const { matchExpressions = [] } = selector ?? {};
  const at = matchExpressions.findIndex(({ key, operator }) => key === NAME_LABEL && operator === 'In');
  const found = matchExpressions[at];
  return found === undefined ? undefined : { names: found.values, pointer: `/matchExpressions/${at}/values` };
}
