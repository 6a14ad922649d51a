import { parseDuration } from './go-duration.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Days that are looked through for the longest gap: schedules that skip a whole year have none. */
const DAYS = 800;

/**
 * The longest time in milliseconds between two runs of a cron schedule around `now`; undefined where it is not understood or never
 * runs twice. The time zone does not matter for it, but for the hour that summer time adds.
 */
export function longestGap(schedule: string, now: string): number | undefined {
  const every = /^@every (\S+)$/.exec(schedule.trim())?.[1];
  if (every !== undefined) return parseDuration(every);
  const fields = parseSchedule(schedule);
  if (fields === undefined) return undefined;
  const times = fields.hours.flatMap((hour) => fields.minutes.map((minute) => (hour * 60 + minute) * MINUTE));
  const overnight = Math.min(...times) - Math.max(...times);
  const midnight = Math.floor(Date.parse(now) / DAY) * DAY;
  const days = Array.from({ length: DAYS }, (_, at) => midnight - (DAYS - at) * DAY).filter((day) =>
    runsOn(fields, day),
  );
  if (days.length < 2) return undefined;
  return Math.max(...steps(times), ...steps(days).map((between) => between + overnight));
}

/** How far each number is from the one before. */
const steps = (numbers: readonly number[]): readonly number[] =>
  numbers.slice(1).map((number, at) => number - (numbers[at] as number));

interface Fields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  /** Where both are restricted one of them is enough. */
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
}

function parseSchedule(schedule: string): Fields | undefined {
  const parts = (MACROS[schedule.trim()] ?? schedule).trim().split(/\s+/);
  if (parts.length !== 5) return undefined;
  const [minute, hour, day, month, weekday] = parts as [string, string, string, string, string];
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const days = parseField(day, 1, 31);
  const months = parseField(month, 1, 12, MONTHS);
  const weekdays = parseField(weekday, 0, 7, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const [anyDay, anyWeekday] = [day, weekday].map((field) => /^[*?]/.test(field)) as [boolean, boolean];
  return { minutes, hours, days, months, weekdays: weekdays.map((one) => one % 7), anyDay, anyWeekday };
}

/** The numbers that a field allows, in order; undefined where it is not understood. */
function parseField(
  field: string,
  from: number,
  through: number,
  names: readonly string[] = [],
): readonly number[] | undefined {
  const numbers = new Set<number>();
  for (const part of field.toLowerCase().split(',')) {
    const match = /^(\*|\?|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) return undefined;
    const number = (text: string): number => {
      const place = names.indexOf(text);
      return place === -1 ? Number(text) : place + from;
    };
    const [, , first, last] = match;
    const step = Number(match[4] ?? 1);
    const low = first === undefined ? from : number(first);
    const open = first === undefined || match[4] !== undefined ? through : low;
    const high = last === undefined ? open : number(last);
    const legal = low >= from && high <= through && low <= high && step >= 1;
    if (!legal) return undefined;
    for (let one = low; one <= high; one += step) numbers.add(one);
  }
  return [...numbers].sort((one, other) => one - other);
}

function runsOn(fields: Fields, day: number): boolean {
  const date = new Date(day);
  if (!fields.months.includes(date.getUTCMonth() + 1)) return false;
  const ofMonth = fields.days.includes(date.getUTCDate());
  const ofWeek = fields.weekdays.includes(date.getUTCDay());
  return fields.anyDay || fields.anyWeekday ? ofMonth && ofWeek : ofMonth || ofWeek;
}
