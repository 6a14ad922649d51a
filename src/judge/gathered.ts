import type { Gathered } from '../model/resources.ts';

/** The items of a list as far as it was read. */
export const held = <T>(gathered: Gathered<readonly T[]>): readonly T[] =>
  gathered.state === 'failed' ? [] : gathered.value;
