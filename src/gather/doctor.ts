import type { ApiReader, SelfReview } from '../kube/reader.ts';
import type { ResourceKey } from '../model/resources.ts';
import { describePermission, type Permission, permissionsFor } from './permissions.ts';
import { openRequests, type Requests } from './requests.ts';
import { isRecord, stringIn } from './untyped.ts';

/** What an identity may not do. */
export interface Refusal {
  /** `list pods` */
  readonly permission: string;
  /** The resources that need it. */
  readonly resources: readonly ResourceKey[];
  readonly because: string;
}

/** Who asks, and what that identity may not read of what is wanted. */
export interface Diagnosis {
  readonly identity: string;
  readonly refused: readonly Refusal[];
}

const CONCURRENCY = 8;

/** Asks the server about the caller: who it is, and whether it may do each thing that gathering these resources needs. */
export async function diagnose(reader: ApiReader, keys: readonly ResourceKey[]): Promise<Diagnosis> {
  const requests = openRequests(reader, keys, { concurrency: CONCURRENCY });
  const [identity, refused] = await Promise.all([
    readIdentity(requests),
    Promise.all(permissionsFor(keys).map((permission) => review(requests, permission, keys))),
  ]);
  return { identity, refused: refused.flat().sort((one, other) => (one.permission < other.permission ? -1 : 1)) };
}

async function readIdentity(requests: Requests): Promise<string> {
  const answer = await requests.review({ kind: 'SelfSubjectReview' });
  if (!answer.ok) return `not known: ${answer.failure.detail}`;
  const user = isRecord(answer.value) ? answer.value['userInfo'] : undefined;
  return stringIn(user, 'username') ?? 'not known: the server did not say';
}

async function review(
  requests: Requests,
  permission: Permission,
  keys: readonly ResourceKey[],
): Promise<readonly Refusal[]> {
  const answer = await requests.review(question(permission));
  if (answer.ok && isRecord(answer.value) && answer.value['allowed'] === true) return [];
  const described = describePermission(permission);
  return [
    {
      permission: described,
      resources: keys.filter((key) => permissionsFor([key]).some((one) => describePermission(one) === described)),
      because: answer.ok ? reason(answer.value) : `could not be asked: ${answer.failure.detail}`,
    },
  ];
}

/** Authorizers may say why; RBAC says nothing of what is merely not granted. */
function reason(status: unknown): string {
  const text = stringIn(status, 'evaluationError') || stringIn(status, 'reason');
  return text ? `not allowed: ${text}` : 'not allowed';
}

function question(permission: Permission): SelfReview {
  if ('path' in permission) return { kind: 'SelfSubjectAccessReview', path: permission };
  return { kind: 'SelfSubjectAccessReview', resource: permission };
}
