import type { TableConstructorOptions } from 'cli-table3';

const none = (...places: readonly string[]) => Object.fromEntries(places.map((place) => [place, '']));

/** A table without borders: columns two blanks apart, and a line below the head. */
export const BORDERLESS = {
  chars: {
    ...none('top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'),
    ...none('left', 'left-mid', 'right', 'right-mid'),
    mid: '─',
    'mid-mid': '──',
    middle: '  ',
  },
  style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
} satisfies TableConstructorOptions;

/** The lines of such a table without blanks at their ends; the line below the head is painted. */
export const trimRight = (table: string, paint: (text: string) => string): readonly string[] =>
  table.split('\n').map((line, index) => (index === 1 ? paint(line) : line.trimEnd()));
