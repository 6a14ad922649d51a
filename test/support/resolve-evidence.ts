import { parseAllDocuments } from 'yaml';
import { readCertificates } from '../../src/gather/certificates.ts';
import { describeBundle } from '../../src/judge/certificates.ts';
import type { Evidence, ObjectRef } from '../../src/model/finding.ts';

/** An API object, or a stand-in for an endpoint, as JSON. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * What evidence points at in the objects that a check was given: every candidate value (a text of a ConfigMap may hold several
 * documents). Throws where the object is not among them. Undefined for evidence that points at none.
 */
export function resolveEvidence(evidence: Evidence, objects: readonly Json[]): readonly unknown[] | undefined {
  if (evidence.from === 'fact') return undefined;
  if (evidence.from === 'endpoint') {
    const answer = answerOf(evidence.path, objects);
    return answer === undefined ? undefined : valuesAt(answer, evidence.pointer);
  }
  if (evidence.from === 'host-file') {
    const { node, path, pointer } = evidence;
    const file = objects.find((one) => one['kind'] === 'HostFile' && one['node'] === node && one['path'] === path);
    if (file === undefined) throw new Error(`no such file: ${path} on ${node}`);
    return valuesAt(file, `/text${pointer}`);
  }
  if (evidence.object.name === '') return undefined;
  const object = objects.find((one) => isObject(one, evidence.object));
  if (object === undefined) throw new Error(`no such object: ${JSON.stringify(evidence.object)}`);
  return valuesAt(object, evidence.pointer);
}

function isObject(json: Json, { apiVersion, kind, name, namespace }: ObjectRef): boolean {
  const metadata = json['metadata'] as Json | undefined;
  return (
    json['apiVersion'] === apiVersion &&
    json['kind'] === kind &&
    metadata?.['name'] === name &&
    (metadata['namespace'] ?? '') === (namespace ?? '')
  );
}

/** What the given objects make the server answer at a path; undefined where they say nothing of it. */
function answerOf(path: string, objects: readonly Json[]): Json | undefined {
  const ofKind = (kind: string) => objects.find((one) => one['kind'] === kind);
  if (path === '/version') return ofKind('Version');
  if (path === '/flagz') return ofKind('Flagz');
  if (path === '/statusz') return ofKind('Statusz');
  if (path === '/metrics') return seriesOf(String(ofKind('Metrics')?.['text'] ?? ''));
  const node = /^\/api\/v1\/nodes\/([^/]+)\/proxy\/configz$/.exec(path)?.[1];
  return objects.find((one) => one['kind'] === 'KubeletConfigz' && one['node'] === node);
}

/** Series by what stands before their values. */
const seriesOf = (text: string): Json =>
  Object.fromEntries(
    text.split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );

function valuesAt(root: unknown, pointer: string): readonly unknown[] {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<readonly unknown[]>(
    (values, step) =>
      values.flatMap(documents).map((value) => member(value, step.replaceAll('~1', '/').replaceAll('~0', '~'))),
    [root],
  );
}

/** A text is entered as the YAML documents that it holds. */
const documents = (value: unknown): readonly unknown[] =>
  typeof value === 'string' ? parseAllDocuments(value).map((document) => document.toJSON() as unknown) : [value];

const member = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Json)[step] : undefined;

/** PEM, also as base64. */
const CERTIFICATES = /^(-----BEGIN|LS0tLS1CRUdJT)/;

/** The forms in which evidence may show a value: as it is, a map as `key=value` entries, and of certificates what they say. */
export async function shownAs(value: unknown): Promise<readonly unknown[]> {
  if (value === undefined) return [null];
  if (typeof value === 'string' && CERTIFICATES.test(value)) {
    const base64 = value.startsWith('-') ? Buffer.from(value).toString('base64') : value;
    return [describeBundle(await readCertificates(base64))];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [value];
  return [value, Object.entries(value).map(([key, item]) => `${key}=${String(item)}`)];
}
