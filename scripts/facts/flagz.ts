import { readFlagValue, unwrapPrinted } from '../../src/derive/settings/flag-values.ts';
import type { Component } from '../../src/model/check.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { Difference } from './help.ts';

/** Asks for /flagz as JSON; servers before 1.36 have it as text alone. */
export const ACCEPT_FLAGZ = [
  'application/json;v=v1beta1;g=config.k8s.io;as=Flagz',
  'application/json;v=v1alpha1;g=config.k8s.io;as=Flagz',
  'text/plain',
].join(', ');

/** Reads what a component answers at /flagz. Between name and value of its text form stands one of four separators, at random. */
export function parseFlagz(text: string): ReadonlyMap<string, string> {
  if (text.startsWith('{')) return new Map(Object.entries(JSON.parse(text).flags));
  const [, list = ''] = text.trim().split('\n\n');
  return new Map(
    list.split('\n').flatMap((line) => {
      const [, flag, value = ''] = /^([\w.-]+)(?:: ?|=| )(.*)$/s.exec(line) ?? [];
      return flag === undefined ? [] : [[flag, value] as const];
    }),
  );
}

/** Where facts and /flagz differ, of a component that was started with the flags `given`: flags missing on either side, defaults. */
export function compareWithFlagz(
  facts: Facts,
  component: Component,
  version: string,
  flagz: ReadonlyMap<string, string>,
  given: ReadonlySet<string>,
  described: readonly string[],
): readonly Difference[] {
  const gone = described.filter((flag) => !flagz.has(flag) && facts.flagDefault(component, flag, version).known);
  const differences = [...flagz].flatMap(([flag, binary]): readonly Difference[] => {
    const what = `${component} --${flag} at /flagz`;
    const type = facts.flagType(component, flag);
    if (type === undefined) return [{ what, facts: 'no such flag', binary }];
    const fact = facts.flagDefault(component, flag, version);
    if (given.has(flag) || !fact.known) return [];
    const value = readFlagValue([unwrapPrinted(binary, type)], type);
    return String(value) === String(fact.value) ? [] : [{ what, facts: String(fact.value), binary }];
  });
  return [
    ...differences,
    ...gone.map((flag) => ({ what: `${component} --${flag}`, facts: 'there', binary: 'not at /flagz' })),
  ];
}
