import type { Observed, Uncertainty } from '../../model/finding.ts';
import type { Instance, Lookup } from '../../model/views.ts';

/** The entries of a list setting; the empty string and null are empty lists, any other single value is a list of one. */
export function items(value: Observed): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return isGiven(value) ? [String(value)] : [];
}

/** Whether a setting names anything: a file, an address, at least one entry. */
export function isGiven(value: Observed): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== '';
}

/** An answer for a value that kubevet cannot make sense of. */
export const notUnderstood = (detail: string): Uncertainty => ({ code: 'not-understood', detail });

/** Whether a flag that is not known may be given: without it, it is empty or false in every version that has it. */
export const mayBeGiven = (
  instance: Instance,
  flag: string,
  lookup: Lookup,
): lookup is Lookup & { readonly known: false } => !lookup.known && instance.given(flag) !== false;
