import type { Uncertainty } from '../model/finding.ts';

/** A parsed document whose fields may hold anything. */
export type Untyped = Readonly<Record<string, unknown>>;

/** Whether a parsed value is an object. */
export const isRecord = (value: unknown): value is Untyped =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that is a string; undefined for anything else. */
export function stringIn(value: unknown, field: string): string | undefined {
  const member = isRecord(value) ? value[field] : undefined;
  return typeof member === 'string' ? member : undefined;
}

/** The objects in a member that is a list; empty for anything else. */
export function recordsIn(value: unknown, field: string): readonly Untyped[] {
  const member = isRecord(value) ? value[field] : undefined;
  return Array.isArray(member) ? member.filter(isRecord) : [];
}

/** Something was read, and is not what it should be. */
export const malformed = (detail: string): Uncertainty => ({ code: 'malformed', detail });
