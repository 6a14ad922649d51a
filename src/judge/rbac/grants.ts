import type { Evidence, Evidences, Finding, ObjectRef, Subject } from '../../model/finding.ts';
import type { Grant } from '../../model/views.ts';
import type { Subject as RbacSubject } from '../../shapes/generated.ts';

const SERVICE_ACCOUNT_USER = /^system:serviceaccount:([^:]+):([^:]+)$/;
const SHOWN = 3;

/** At least one grant. */
export type Grants = readonly [Grant, ...Grant[]];

/** Whom a subject of a binding means; a ServiceAccount may also be named by its user name. */
export function holder(subject: RbacSubject): Subject {
  const account = subject.kind === 'User' ? SERVICE_ACCOUNT_USER.exec(subject.name) : null;
  if (account !== null) return { kind: 'ServiceAccount', namespace: account[1] as string, name: account[2] as string };
  if (subject.kind !== 'ServiceAccount') return { kind: subject.kind, name: subject.name };
  return { kind: 'ServiceAccount', namespace: subject.namespace, name: subject.name };
}

/** A binding or a role as the subject of a finding. */
export const objectSubject = ({ kind, name, namespace }: ObjectRef): Subject =>
  namespace === undefined ? { kind, name } : { kind, name, namespace };

/** One text per subject, to group and to order by. */
export const subjectKey = ({ kind, namespace = '', name }: Subject): string => `${kind} ${namespace}/${name}`;

/** `ServiceAccount ci/deployer`, `Group developers`: a subject or an object in a sentence. */
export const called = ({ kind, namespace, name }: Subject | ObjectRef): string =>
  `${kind} ${namespace === undefined || namespace === '' ? '' : `${namespace}/`}${name}`;

/** Groups by key, in the order of the keys. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** At least one item, in the order of a text of each. */
export function inOrder<T>(items: readonly [T, ...T[]], text: (item: T) => string): readonly [T, ...T[]] {
  const copy: [T, ...T[]] = [...items];
  return copy.sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

/** What shows a grant: the verbs and resources of the rule, and the subject in the binding. */
export function grantEvidence(grant: Grant, expected: string): Evidences {
  const { rule, role, rulePointer, binding, subjectPointer } = grant;
  const resources = rule.resources.length > 0 ? 'resources' : 'nonResourceURLs';
  return [
    { from: 'object', object: role, pointer: `${rulePointer}/verbs`, observed: rule.verbs, expected },
    { from: 'object', object: role, pointer: `${rulePointer}/${resources}`, observed: rule[resources] },
    { from: 'object', object: binding, pointer: `${subjectPointer}/name`, observed: grant.subject.name },
  ];
}

/** The evidence of the first few of several grants. */
export function grantsEvidence(grants: Grants, expected: string): Evidences {
  const [first, ...rest] = inOrder(grants, place);
  return [
    ...grantEvidence(first, expected),
    ...rest.slice(0, SHOWN - 1).flatMap((one) => grantEvidence(one, expected)),
  ];
}

/** `by ClusterRoleBinding x (ClusterRole y)` of the first few of several grants. */
export function viaBindings(grants: Grants): string {
  const names = [...new Set(inOrder(grants, place).map(({ binding, role }) => `${called(binding)} (${called(role)})`))];
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `by ${names.slice(0, SHOWN).join(', ')}${more}`;
}

/** Where grants hold: `in every namespace`, `in namespace a, b`. */
export function whereHeld(grants: Grants): string {
  const held = grants.flatMap(({ namespace }) => namespace ?? []);
  if (held.length < grants.length) return 'in the whole cluster';
  const names = [...new Set(held)].sort();
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `in namespace ${names.slice(0, SHOWN).join(', ')}${more}`;
}

/** A pass about everybody: `sought` was looked for in all bindings and is not there. */
export const nobody = (sought: string, message: string): Finding => ({
  verdict: 'pass',
  subject: { kind: 'Cluster', name: 'cluster' },
  evidence: inNoBinding(sought),
  message,
});

/** `sought` was looked for in all bindings. */
export const inNoBinding = (sought: string): Evidences => [
  inList('ClusterRoleBinding', sought),
  inList('RoleBinding', sought),
];

/** Whether a grant reaches the whole cluster: it holds everywhere, or in the namespace of the cluster's own components. */
export const reachesCluster = ({ namespace }: Grant): boolean => namespace === undefined || namespace === 'kube-system';

/** The findings as they are, with a pass about everybody in front where all of them are for review. */
export function withNobody(findings: readonly Finding[], pass: Finding): readonly [Finding, ...Finding[]] {
  const [first, ...rest] = findings;
  if (first === undefined) return [pass];
  return findings.some(({ verdict }) => verdict !== 'review') ? [first, ...rest] : [pass, first, ...rest];
}

const inList = (kind: string, sought: string): Evidence => ({
  from: 'absence',
  object: { apiVersion: 'rbac.authorization.k8s.io/v1', kind, name: '' },
  pointer: '',
  sought,
});

const place = ({ binding, subjectPointer, role, rulePointer }: Grant): string =>
  [called(binding), subjectPointer, called(role), rulePointer].join(' ');
