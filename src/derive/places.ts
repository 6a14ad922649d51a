import type { ObjectRef } from '../model/finding.ts';

/** A key as one step of a JSON pointer. */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** A whole kind, in which something was looked for. */
export const listOf = (apiVersion: string, kind: string): ObjectRef => ({ apiVersion, kind, name: '' });
