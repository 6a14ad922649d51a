import type { Answer } from '../kube/reader.ts';
import type { Flagz, Gathered, ServerVersion, Statusz } from '../model/resources.ts';
import { type EndpointSource, endpoints } from './catalogue.ts';
import type { Requests } from './requests.ts';
import { keepFlagValue } from './secret-text.ts';
import { isRecord, malformed, stringIn } from './untyped.ts';

/** GET /version; asked for once. */
export function readVersion(requests: Requests): Promise<Gathered<ServerVersion>> {
  return readEndpoint(requests, endpoints.version, (value) => {
    const [gitVersion, major, minor, platform] = ['gitVersion', 'major', 'minor', 'platform'].map((field) =>
      stringIn(value, field),
    );
    if (gitVersion === undefined || major === undefined || minor === undefined) return undefined;
    return {
      gitVersion,
      major,
      minor,
      platform: platform ?? '',
      ...optional(value, ['emulationMajor', 'emulationMinor']),
    };
  });
}

/** GET /flagz in its structured form; a server that has only the text form has none. */
export function readFlagz(requests: Requests): Promise<Gathered<Flagz>> {
  return readEndpoint(requests, endpoints.flagz, (value) => {
    const apiVersion = stringIn(value, 'apiVersion');
    const flags = isRecord(value) ? value['flags'] : undefined;
    if (apiVersion === undefined || !isRecord(flags)) return undefined;
    const entries = Object.entries(flags).map(
      ([flag, text]) => [flag, typeof text === 'string' ? keepFlagValue(flag, text) : undefined] as const,
    );
    if (entries.some(([, text]) => text === undefined)) return undefined;
    return { apiVersion, flags: Object.fromEntries(entries) as Record<string, string> };
  });
}

/** GET /statusz in its structured form. */
export function readStatusz(requests: Requests): Promise<Gathered<Statusz>> {
  return readEndpoint(requests, endpoints.statusz, (value) => {
    const [apiVersion, binaryVersion] = [stringIn(value, 'apiVersion'), stringIn(value, 'binaryVersion')];
    if (apiVersion === undefined || binaryVersion === undefined) return undefined;
    return { apiVersion, binaryVersion, ...optional(value, ['emulationVersion', 'startTime']) };
  });
}

function readEndpoint<T>(
  requests: Requests,
  source: EndpointSource,
  read: (value: unknown) => T | undefined,
): Promise<Gathered<T>> {
  return requests.once(source.path, async () => {
    const answer: Answer<unknown> = await requests.get(source.path, source.accept);
    if (!answer.ok) return { state: 'failed', failure: answer.failure };
    const value = read(answer.value);
    if (value === undefined)
      return {
        state: 'failed',
        failure: malformed(`the answer of ${source.path} has not the fields that it should have`),
      };
    return { state: 'whole', value };
  });
}

/** Those of the fields that are set. */
function optional<Field extends string>(value: unknown, fields: readonly Field[]): { readonly [F in Field]?: string } {
  const set = fields.flatMap((field) => {
    const text = stringIn(value, field);
    return text === undefined ? [] : [[field, text]];
  });
  return Object.fromEntries(set) as { readonly [F in Field]?: string };
}
