import { KubevetError } from '../model/error.ts';

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of a duration as kubectl writes it (`90s`, `2m`, `1h30m`); a bare number is seconds, 0 is no limit (undefined). */
export function parseDuration(text: string, flag: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  const whole = parts.map(([part]) => part).join('') === text && text !== '';
  const milliseconds = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * UNITS.s
    : parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit as keyof typeof UNITS], 0);
  if (!whole && !/^\d+(\.\d+)?$/.test(text)) {
    throw new KubevetError('usage', `--${flag} ${text} is not a duration`, { hint: 'Write it like 90s, 2m or 1h30m.' });
  }
  return milliseconds === 0 ? undefined : milliseconds;
}
