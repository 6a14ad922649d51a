import { EMPTY, NONE, type StringMap } from './collections.ts';

/** JSON that does not have the shape of its kind; the message starts with the JSON pointer. */
export class ShapeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShapeError';
  }
}

/** Place in the object as a JSON pointer; undefined in the first, fast pass, which does not keep track. */
export type Place = string | undefined;

/** The JSON of a message: its fields may hold anything. */
export type Raw<T> = { readonly [Field in keyof T]?: unknown };

/** Runs a projector without places; only where it fails once more, to say where. */
export function projectWith<T>(project: (json: unknown, at: Place) => T, json: unknown): T {
  try {
    return project(json, undefined);
  } catch (error) {
    if (error instanceof ShapeError) project(json, '');
    throw error;
  }
}

/** The place of a field or list item. */
export function below(at: Place, key: string | number): Place {
  if (at === undefined) return undefined;
  return `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** JSON's null says what leaving out says. */
export function isSet(json: unknown): boolean {
  return json !== undefined && json !== null;
}

export function asObject<T>(json: unknown, at: Place): Raw<T> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return mismatch('an object', json, at);
  return json as Raw<T>;
}

export function asString(json: unknown, at: Place): string {
  return typeof json === 'string' ? json : mismatch('a string', json, at);
}

export function asBoolean(json: unknown, at: Place): boolean {
  return typeof json === 'boolean' ? json : mismatch('a boolean', json, at);
}

export function asInteger(json: unknown, at: Place): number {
  return Number.isInteger(json) ? (json as number) : mismatch('an integer', json, at);
}

export function asIntOrString(json: unknown, at: Place): number | string {
  if (typeof json === 'string' || Number.isInteger(json)) return json as number | string;
  return mismatch('an integer or a string', json, at);
}

export function asList<T>(json: unknown, at: Place, item: (json: unknown, at: Place) => T): readonly T[] {
  if (!Array.isArray(json)) return mismatch('an array', json, at);
  if (json.length === 0) return EMPTY;
  const list = new Array<T>(json.length);
  for (let index = 0; index < json.length; index++) list[index] = item(json[index], below(at, index));
  return list;
}

/** A map of strings; of those that say which, only the allowed keys. */
export function asMap(json: unknown, at: Place, allowed?: ReadonlySet<string>): Readonly<StringMap> {
  const from = asObject<StringMap>(json, at);
  let map: StringMap = NONE;
  for (const key of Object.keys(from)) {
    if (allowed !== undefined && !allowed.has(key)) continue;
    if (map === NONE) map = Object.create(null) as StringMap;
    map[key] = asString(from[key], below(at, key));
  }
  return map;
}

/** The keys of a map, or a list of them as an earlier projection wrote it. */
export function asKeys(json: unknown, at: Place): readonly string[] {
  if (Array.isArray(json)) return asList(json, at, asString);
  const keys = Object.keys(asObject(json, at));
  return keys.length === 0 ? EMPTY : keys;
}

/** True where an object has a member that its union does not declare. */
export function otherMember(from: object, declared: ReadonlySet<string>): true | undefined {
  for (const [key, value] of Object.entries(from)) if (!declared.has(key) && isSet(value)) return true;
  return undefined;
}

function mismatch(wanted: string, json: unknown, at: Place): never {
  throw new ShapeError(`${at || 'the object itself'}: expected ${wanted}, found ${typeName(json)}`);
}

function typeName(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'an array';
  if (typeof json === 'number') return 'a number';
  return typeof json === 'object' ? 'an object' : `a ${typeof json}`;
}
