type Json = Readonly<Record<string, unknown>>;

/** An object after a JSON merge patch: null removes a field. */
export function merged(target: Json, patch: Json): Json {
  const all: Record<string, unknown> = { ...target };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete all[field];
    else all[field] = isObject(value) ? merged(isObject(all[field]) ? all[field] : {}, value) : value;
  }
  return all;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
