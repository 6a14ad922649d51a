import type { WireReader } from './wire.ts';

const FIRST_SECOND = Date.parse('0000-01-01T00:00:00Z') / 1000;
const LAST_SECOND = Date.parse('9999-12-31T23:59:59Z') / 1000;

const SECONDS_PER_DAY = 86_400;
const DAYS_KEPT = 64;

/** Most times of a cluster fall on a few days: their texts, `2026-11-23T`, found by the number of the day. */
const dayNumbers: number[] = new Array(DAYS_KEPT).fill(Number.NaN);
const dayTexts: string[] = new Array(DAYS_KEPT).fill('');
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** metav1.Time, as RFC 3339 to the second. An empty message is Go's zero time, which JSON writes as null: undefined. */
export function decodeTime(reader: WireReader, end: number): string | undefined {
  if (reader.at === end) return undefined;
  let seconds = 0;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 8) seconds = reader.int64();
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  return formatTime(reader, seconds);
}

/** metav1.MicroTime, as RFC 3339 to the microsecond: `2026-11-23T10:00:00.000500Z`. */
export function decodeMicroTime(reader: WireReader, end: number): string | undefined {
  if (reader.at === end) return undefined;
  let seconds = 0;
  let nanos = 0;
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 8) seconds = reader.int64();
    else if (tag === 16) nanos = reader.varint();
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  const micros = String(Math.floor(nanos / 1000)).padStart(6, '0');
  return `${formatTime(reader, seconds).slice(0, -1)}.${micros}Z`;
}

function formatTime(reader: WireReader, seconds: number): string {
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND) reader.fail('a time outside of the years 0 to 9999');
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const second = seconds - day * SECONDS_PER_DAY;
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  return `${formatDay(day)}${TWO_DIGITS[hour]}:${TWO_DIGITS[minute % 60]}:${TWO_DIGITS[second % 60]}Z`;
}

function formatDay(day: number): string {
  const slot = day & (DAYS_KEPT - 1);
  if (dayNumbers[slot] === day) return dayTexts[slot] as string;
  const text = new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 11);
  dayNumbers[slot] = day;
  dayTexts[slot] = text;
  return text;
}

/** resource.Quantity, as it is written: `100m`. */
export function decodeQuantity(reader: WireReader, end: number): string {
  let text = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 10) text = reader.string();
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  return text;
}

/** intstr.IntOrString: a port's number or name. */
export function decodeIntOrString(reader: WireReader, end: number): number | string {
  let type = 0;
  let number = 0;
  let text = '';
  const outer = reader.enter(end);
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 8) type = reader.varint();
    else if (tag === 16) number = reader.varint() | 0;
    else if (tag === 26) text = reader.string();
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  return type === 1 ? text : number;
}
