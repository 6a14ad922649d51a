import type { ObjectRef } from '../model/finding.ts';
import type { Gathered, ResourceKey } from '../model/resources.ts';
import type { Grant, Rbac } from '../model/views.ts';
import type { ClusterRoleBinding, PolicyRule, Subject } from '../shapes/generated.ts';
import type { AllResources } from './managed-plane.ts';
import { BUILT_IN_BINDINGS, type BuiltInBinding } from './rbac-built-in.ts';

/** What the view of RBAC is made of. */
export const RBAC_INPUTS = [
  'roles',
  'cluster-roles',
  'role-bindings',
  'cluster-role-bindings',
] as const satisfies readonly ResourceKey[];

const API = 'rbac.authorization.k8s.io/v1';

/** Both kinds of bindings in one form. */
interface Binding {
  readonly object: ObjectRef;
  readonly labels: ClusterRoleBinding['metadata']['labels'];
  readonly subjects: readonly Subject[];
  readonly role: ObjectRef;
  /** Where it holds; undefined for the whole cluster. */
  readonly namespace: string | undefined;
}

/** Who was given what. Partial where one of the four kinds was not wholly read, failed where none was read at all. */
export function rbacView(resources: AllResources): Gathered<Rbac> {
  const kinds = RBAC_INPUTS.map((key) => resources[key]);
  const failures = kinds.flatMap((kind) => (kind.state === 'failed' ? [kind.failure] : []));
  const bindingsUnread =
    resources['role-bindings'].state === 'failed' && resources['cluster-role-bindings'].state === 'failed';
  const [failure] = failures;
  if (bindingsUnread && failure !== undefined) return { state: 'failed', failure };
  const unread = kinds.flatMap((kind) => (kind.state === 'partial' ? kind.missing : []));
  const [first, ...rest] = [...failures.map(({ detail }) => detail), ...unread];
  const value = viewOf(resources);
  return first === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [first, ...rest] };
}

function viewOf(resources: AllResources): Rbac {
  const rules = rulesByRole(resources);
  const bindings = bindingsOf(resources);
  const dangling: Rbac['dangling'][number][] = [];
  const grants: Grant[] = [];
  for (const binding of bindings) {
    const found = rules.get(keyOf(binding.role));
    if (found === undefined) dangling.push({ binding: binding.object, role: binding.role });
    else grants.push(...grantsOf(binding, found));
  }
  const all = bindings.map(({ object, role, subjects, labels }) => {
    const known = builtInBinding(object, role, labels);
    return {
      binding: object,
      role,
      subjects,
      builtIn: known !== undefined && subjects.every((subject) => known.subjects.includes(nameOf(subject))),
    };
  });
  return { grants, dangling, bindings: all };
}

function grantsOf(binding: Binding, rules: readonly PolicyRule[]): readonly Grant[] {
  const { object, role, labels, namespace } = binding;
  const known = builtInBinding(object, role, labels);
  return binding.subjects.flatMap((subject, at) =>
    rules.map(
      (rule, index): Grant => ({
        subject,
        rule,
        rulePointer: `/rules/${index}`,
        role,
        binding: object,
        subjectPointer: `/subjects/${at}`,
        namespace,
        builtIn: known?.subjects.includes(nameOf(subject)) ?? false,
      }),
    ),
  );
}

/** Rules of the roles that were read; a role that was not read is not in it. */
function rulesByRole({
  roles,
  'cluster-roles': clusterRoles,
}: AllResources): ReadonlyMap<string, readonly PolicyRule[]> {
  const rules = new Map<string, readonly PolicyRule[]>();
  for (const { metadata, rules: own } of roles.state === 'failed' ? [] : roles.value) {
    rules.set(keyOf({ apiVersion: API, kind: 'Role', name: metadata.name, namespace: metadata.namespace }), own);
  }
  for (const { metadata, rules: own } of clusterRoles.state === 'failed' ? [] : clusterRoles.value) {
    rules.set(keyOf({ apiVersion: API, kind: 'ClusterRole', name: metadata.name }), own);
  }
  return rules;
}

function bindingsOf(resources: AllResources): readonly Binding[] {
  const { 'role-bindings': local, 'cluster-role-bindings': wide } = resources;
  const cluster = (wide.state === 'failed' ? [] : wide.value).map(({ metadata, subjects, roleRef }): Binding => {
    const { name, labels } = metadata;
    const role: ObjectRef = { apiVersion: API, kind: roleRef.kind, name: roleRef.name };
    return {
      object: { apiVersion: API, kind: 'ClusterRoleBinding', name },
      labels,
      subjects,
      role,
      namespace: undefined,
    };
  });
  const namespaced = (local.state === 'failed' ? [] : local.value).map(({ metadata, subjects, roleRef }): Binding => {
    const { name, namespace, labels } = metadata;
    const place = roleRef.kind === 'Role' ? { namespace } : {};
    const role: ObjectRef = { apiVersion: API, kind: roleRef.kind, name: roleRef.name, ...place };
    return {
      object: { apiVersion: API, kind: 'RoleBinding', name, namespace },
      labels,
      subjects: subjects.map((subject) => inNamespace(subject, namespace)),
      role,
      namespace,
    };
  });
  return [...cluster, ...namespaced].sort((one, other) => (keyOf(one.object) < keyOf(other.object) ? -1 : 1));
}

/** A ServiceAccount that a RoleBinding names without a namespace is one of its own. */
const inNamespace = (subject: Subject, namespace: string): Subject =>
  subject.kind === 'ServiceAccount' && subject.namespace === '' ? { ...subject, namespace } : subject;

const keyOf = ({ kind, namespace = '', name }: ObjectRef): string => `${kind}/${namespace}/${name}`;

const nameOf = ({ kind, namespace, name }: Subject): string =>
  kind === 'ServiceAccount' ? `${kind}:${namespace}:${name}` : `${kind}:${name}`;

const BUILT_IN = new Map(BUILT_IN_BINDINGS.map((binding) => [`${binding.namespace ?? ''}/${binding.name}`, binding]));
const LABEL = 'kubernetes.io/bootstrapping';

/** The entry of Kubernetes' own list that a binding is; the label alone proves nothing, since anyone who may write it can set it. */
function builtInBinding(
  { namespace = '', name }: ObjectRef,
  role: ObjectRef,
  labels: Binding['labels'],
): BuiltInBinding | undefined {
  const known = BUILT_IN.get(`${namespace}/${name}`);
  if (known === undefined || known.role !== role.name) return undefined;
  return known.labelled && labels[LABEL] !== 'rbac-defaults' ? undefined : known;
}
