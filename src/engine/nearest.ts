import { compareTexts } from './order.ts';

/** The name that a mistyped one probably meant; undefined where none is close. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const [first] = [...names].sort((a, b) => distance(text, a) - distance(text, b) || compareTexts(a, b));
  return first !== undefined && distance(text, first) <= Math.max(text.length < 4 ? 1 : 2, text.length / 3)
    ? first
    : undefined;
}

/** How many letters must be added, dropped or changed to get from one text to the other; two swapped letters are one change. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const change = (row[column] as number) + (letter === other ? 0 : 1);
      const swapped = index > 0 && column > 0 && letter === to[column - 1] && from[index - 1] === other;
      const swap = swapped ? (before[column - 1] as number) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, swap, (row[column + 1] as number) + 1, (next[column] as number) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] as number;
}
