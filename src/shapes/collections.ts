import { decodeQuantity } from './scalars.ts';
import type { WireReader } from './wire.ts';

/** A map of a message. It has no prototype: `__proto__` is a legal key of a ConfigMap. */
export type StringMap = Record<string, string | undefined>;

/** What a list that is not set reads as. */
export const EMPTY: never[] = Object.freeze([] as never[]) as never[];

/** What a map that is not set reads as. */
export const NONE: StringMap = Object.freeze(Object.create(null) as StringMap);

/** A message that is not set, for structs that Go always has. */
export const UNSET: object = Object.freeze({});

/** Appends to a list that may not be there yet. */
export function append<T>(list: T[], item: T): T[] {
  if (list === EMPTY) return [item];
  list.push(item);
  return list;
}

/** Reads one entry of a map of strings into `map`. */
export function addString(reader: WireReader, map: StringMap): StringMap {
  const end = reader.end();
  const outer = reader.enter(end);
  let key = '';
  let value = '';
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 10) key = reader.string();
    else if (tag === 18) value = reader.string();
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  return put(map, key, value);
}

/** The same for a map of which some keys only are kept: the values of others are not decoded. */
export function addAllowed(reader: WireReader, map: StringMap, allowed: ReadonlySet<string>): StringMap {
  const end = reader.end();
  const outer = reader.enter(end);
  let key = '';
  let valueAt = -1;
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 10) key = reader.string();
    else {
      if (tag === 18) valueAt = reader.at;
      reader.skip(tag & 7);
    }
  }
  if (!allowed.has(key)) {
    reader.leave(outer);
    return map;
  }
  const value = valueAt < 0 ? '' : stringAt(reader, valueAt);
  reader.leave(outer);
  return put(map, key, value);
}

/** The same for a map of quantities. */
export function addQuantity(reader: WireReader, map: StringMap): StringMap {
  const end = reader.end();
  const outer = reader.enter(end);
  let key = '';
  let value = '';
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 10) key = reader.string();
    else if (tag === 18) value = decodeQuantity(reader, reader.end());
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  return put(map, key, value);
}

/** The key of one entry: the value is skipped. */
export function readKey(reader: WireReader): string {
  const end = reader.end();
  const outer = reader.enter(end);
  let key = '';
  while (reader.at < end) {
    const tag = reader.varint();
    if (tag === 10) key = reader.string();
    else reader.skip(tag & 7);
  }
  reader.leave(outer);
  return key;
}

/** Reads the string at an earlier place, and comes back. */
export function stringAt(reader: WireReader, place: number): string {
  const back = reader.at;
  reader.at = place;
  const text = reader.string();
  reader.at = back;
  return text;
}

function put(map: StringMap, key: string, value: string): StringMap {
  const target = map === NONE ? (Object.create(null) as StringMap) : map;
  target[key] = value;
  return target;
}
