import type { Evidence, Evidences, ObjectRef, Uncertainty } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { WorkloadShape } from '../../model/workload-shape.ts';
import type { ServiceAccount } from '../../shapes/generated.ts';
import { mountsToken } from './workload-security.ts';
import { containerPath, type Opinion, shapeAbsence, shapeEvidence } from './workloads.ts';

/** Finds the ServiceAccount that a shape runs as; undefined where it was not seen. */
export type FindAccount = (shape: WorkloadShape) => ServiceAccount | undefined;

/** Whether the pods of a shape get a token, with what shows it; or why that is not known. */
export type Token =
  | { readonly known: true; readonly mounted: boolean; readonly evidence: Evidences }
  | { readonly known: false; readonly because: Uncertainty };

const FIELD = '/automountServiceAccountToken';

/** The name of the ServiceAccount of a shape: `default` where a template names none. */
export const accountName = ({ serviceAccountName }: WorkloadShape): string =>
  serviceAccountName === '' ? 'default' : serviceAccountName;

/** Where a shape names its ServiceAccount. */
export const accountEvidence = (shape: WorkloadShape, expected: string): Evidence =>
  shape.serviceAccountName === ''
    ? shapeAbsence(shape, '/serviceAccountName', expected)
    : shapeEvidence(shape, '/serviceAccountName', shape.serviceAccountName, expected);

/** A ServiceAccount as an object of the API. */
export const accountObject = ({ metadata }: ServiceAccount): ObjectRef => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  name: metadata.name,
  namespace: metadata.namespace,
});

/** Looks ServiceAccounts up by namespace and name. */
export function accountFinder(accounts: Gathered<readonly ServiceAccount[]>): FindAccount {
  const read = accounts.state === 'failed' ? [] : accounts.value;
  const known = new Map(read.map((account) => [`${account.metadata.namespace}/${account.metadata.name}`, account]));
  return (shape) => known.get(`${shape.namespace}/${accountName(shape)}`);
}

/**
 * The opinion on a live pod that names no ServiceAccount: the API server gives one to all but static pods, which have none. Elsewhere than in
 * kube-system it may also be a manifest that no API server has seen.
 */
export function withoutAccount(shape: WorkloadShape): Opinion | undefined {
  if (shape.pods === 0 || shape.pointer !== '/spec' || shape.serviceAccountName !== '') return undefined;
  const evidence = [shapeAbsence(shape, '/serviceAccountName', 'the name of a ServiceAccount')] as const;
  if (shape.namespace === 'kube-system') {
    return { verdict: 'not-applicable', evidence, because: 'static pods have no ServiceAccount' };
  }
  const detail = 'the pod names no ServiceAccount: it is a static pod, or no API server has completed it yet';
  return { verdict: 'unknown', evidence, because: { code: 'not-visible', detail } };
}

/**
 * Whether pods of a shape have a token: the pod decides, else its ServiceAccount, else they get one. A token that is mounted all the same was
 * projected by hand, or before the ServiceAccount was changed.
 */
export function tokenOf(shape: WorkloadShape, find: FindAccount, accounts: Gathered<readonly ServiceAccount[]>): Token {
  const given = automountOf(shape, find, accounts);
  const mount = tokenMount(shape);
  return mount === undefined || (given.known && given.mounted)
    ? given
    : { known: true, mounted: true, evidence: [mount] };
}

/** Where a container of the shape mounts a token. */
function tokenMount(shape: WorkloadShape): Evidence | undefined {
  const tokens = shape.volumes.filter(({ serviceAccountToken }) => serviceAccountToken).map(({ name }) => name);
  const [mount] = shape.containers.flatMap((container) =>
    container.mounts.flatMap(({ volume, mountPath }, at) =>
      tokens.includes(volume) ? [{ path: `${containerPath(container)}/volumeMounts/${at}/mountPath`, mountPath }] : [],
    ),
  );
  return mount && shapeEvidence(shape, mount.path, mount.mountPath, 'no mounted token');
}

function automountOf(shape: WorkloadShape, find: FindAccount, accounts: Gathered<readonly ServiceAccount[]>): Token {
  const own = shape.automountServiceAccountToken;
  if (own !== undefined) return { known: true, mounted: own, evidence: [shapeEvidence(shape, FIELD, own, 'false')] };
  const account = find(shape);
  if (account === undefined && accounts.state !== 'whole')
    return { known: false, because: unreadAccount(shape, accounts) };
  const unset = shapeAbsence(shape, FIELD, 'false');
  const mounted = mountsToken(shape, account);
  if (account === undefined) return { known: true, mounted, evidence: [unset] };
  const object = accountObject(account);
  const said = account.automountServiceAccountToken;
  const ofAccount: Evidence =
    said === undefined
      ? { from: 'absence', object, pointer: FIELD, sought: 'false' }
      : { from: 'object', object, pointer: FIELD, observed: said, expected: 'false' };
  return { known: true, mounted, evidence: [unset, ofAccount] };
}

/** Why a ServiceAccount that was not seen says nothing. */
export function unreadAccount(shape: WorkloadShape, accounts: Gathered<readonly ServiceAccount[]>): Uncertainty {
  if (accounts.state === 'failed') return accounts.failure;
  return { code: 'incomplete', detail: `ServiceAccount ${shape.namespace}/${accountName(shape)} was not read` };
}
