import type { HostFileReply } from '../kube/reader.ts';
import type { Config, Gathered, HostFile } from '../model/resources.ts';
import { keepFields, parseDocuments } from './config-document.ts';
import { ETCD_FILE_FIELDS, HOST_FILE_FIELDS } from './config-fields.ts';
import { compareText } from './list-kind.ts';
import { isRecord, stringIn, type Untyped } from './untyped.ts';

/** Configuration files of hosts, reduced to allow-listed fields. */
export async function readHostFiles(replies: readonly HostFileReply[]): Promise<Gathered<readonly HostFile[]>> {
  const value = replies.map(hostFile).sort((one, other) => compareText(keyOf(one), keyOf(other)));
  return { state: 'whole', value };
}

/** The allow-listed fields of a configuration file of the host, by its kind; of a kind that is not known only that. */
export function keepContent(document: Untyped): Config {
  const kind = stringIn(document, 'kind');
  if (kind === undefined) return keepFields(document, ETCD_FILE_FIELDS);
  const fields = Object.hasOwn(HOST_FILE_FIELDS, kind) ? HOST_FILE_FIELDS[kind] : undefined;
  return keepFields(document, fields ?? { apiVersion: true, kind: true });
}

function hostFile({ node, path, found }: HostFileReply): HostFile {
  const place = { node, path };
  if (found === 'not-found') return { ...place, state: 'not-found' };
  if ('refused' in found) return { ...place, state: 'refused', because: found.refused };
  const parsed = parseDocuments(found.text);
  if (!parsed.ok) return { ...place, state: 'refused', because: parsed.detail };
  const [document, ...others] = parsed.documents;
  if (!isRecord(document) || others.length > 0)
    return { ...place, state: 'refused', because: 'it is not one configuration document' };
  return { ...place, state: 'read', content: keepContent(document) };
}

const keyOf = ({ node, path }: HostFile): string => `${node} ${path}`;
