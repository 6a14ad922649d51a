import type { Evidences, Subject } from '../../model/finding.ts';
import type { Gathered, ServerVersion } from '../../model/resources.ts';
import type { Instances } from '../../model/views.ts';

/** One API server and its version; undefined where its pod does not tell. */
export interface ApiServerVersion {
  readonly subject: Subject;
  readonly version: { readonly value: string; readonly evidence: Evidences } | undefined;
}

/**
 * The API servers and their versions: each instance that was seen, or, where none was (a managed plane, no right to list pods), the one
 * that answers at /version.
 */
export function apiServerVersions(
  server: ServerVersion,
  settings: Gathered<Instances>,
): readonly [ApiServerVersion, ...ApiServerVersion[]] {
  const answered = { value: withoutV(server.gitVersion), evidence: versionEvidence(server) };
  const [first, ...rest] = settings.state === 'failed' ? [] : settings.value.instances;
  if (first === undefined) return [{ subject: { kind: 'APIServer', name: 'kube-apiserver' }, version: answered }];
  if (rest.length > 0 || settings.state !== 'whole') return [first, ...rest];
  return [{ subject: first.subject, version: first.version ?? answered }];
}

/** The same for a statement about all API servers: where they may not be looked for, others than the one that answers may be of any version. */
export function allApiServerVersions(
  server: ServerVersion,
  settings: Gathered<Instances>,
): readonly [ApiServerVersion, ...ApiServerVersion[]] {
  const [answering, ...others] = apiServerVersions(server, settings);
  if (settings.state !== 'failed') return [answering, ...others];
  return [answering, { subject: { kind: 'APIServer', name: 'others' }, version: undefined }];
}

const withoutV = (gitVersion: string): string => gitVersion.replace(/^v/, '');

const versionEvidence = (server: ServerVersion): Evidences => [
  { from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: server.gitVersion },
];
