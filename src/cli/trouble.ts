import { KubevetError } from '../model/error.ts';
import { escapeText } from '../report/escape.ts';

/** Known trouble as one sentence and a hint; anything else is a defect and shows its stack. */
export function describeError(error: unknown, color: boolean): string {
  const label = color ? '\u001B[31merror:\u001B[39m' : 'error:';
  if (!(error instanceof KubevetError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${label} this is a defect of kubevet\n${stack}\n`;
  }
  const hint = error.hint === undefined ? '' : `hint: ${escapeText(error.hint)}\n`;
  return `${label} ${escapeText(error.message)}\n${hint}`;
}
