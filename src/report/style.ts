import stringWidth from 'string-width';
import type { Severity } from '../model/check.ts';
import type { Grade } from '../model/report.ts';
import { paragraph } from './layout.ts';
import type { Paint } from './paint.ts';

/** How the blocks of a table are laid out. */
export interface Style {
  readonly width: number;
  readonly paint: Paint;
  /** Everything, rather than what matters most. */
  readonly wide: boolean;
}

/** Widest line of running text: longer ones are hard to read. */
const PROSE = 110;

/** Columns for running text. */
export const proseWidth = ({ width }: Style): number => Math.min(width, PROSE);

/** Whether there is room for bars, more counts, and texts that stand beside each other. */
export const isRoomy = ({ width }: Style): boolean => width >= 120;

/** The paint of a severity. */
export function paintSeverity({ bold, red, yellow }: Paint, severity: Severity): (text: string) => string {
  if (severity === 'critical') return (text) => bold(red(text));
  return severity === 'high' ? red : severity === 'medium' ? yellow : (text) => text;
}

/** The paint of a score: green is good, yellow is not, red is bad. */
export function paintScore({ red, yellow, green, dim }: Paint, value: number | null): (text: string) => string {
  if (value === null) return dim;
  return value >= 80 ? green : value >= 50 ? yellow : red;
}

/** A whole percent, or a dash where there is none. */
export const percentText = (value: number | null): string => (value === null ? '–' : `${value} %`);

/** A score with its letter, each in its column; a dash where there is none. */
export const scoreText = (value: number | null, grade: Grade | null): string =>
  value === null ? '–  ' : `${value} ${grade ?? ' '}`;

/** A heading with a remark beside it, or below it where there is no room. */
export function heading({ paint, width }: Style, title: string, remark = ''): readonly string[] {
  if (remark === '') return [paint.bold(title)];
  if (stringWidth(title) + 2 + stringWidth(remark) <= width) return [`${paint.bold(title)}  ${paint.dim(remark)}`];
  return [paint.bold(title), ...paragraph(remark, width, '  ', paint.dim)];
}
