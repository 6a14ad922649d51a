import type { Flip, Probe, Unobservable } from './flip.ts';
import { clusterMetadata, metadata, NAMESPACE, type ObjectsChange } from './objects.ts';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

const API = 'rbac.authorization.k8s.io';
const apiVersion = `${API}/v1`;

/** A rule in short: `get list`, of `pods` of the core group or `apps/deployments`. */
function rule(verbs: string, resource: string, ...resourceNames: readonly string[]): Rule {
  const slash = /^[a-z.0-9-]*(?:\.k8s\.io|apps)\//.test(resource) ? resource.indexOf('/') : -1;
  return {
    apiGroups: [slash < 0 ? '' : resource.slice(0, slash)],
    resources: [resource.slice(slash + 1)],
    verbs: verbs.split(' '),
    ...(resourceNames.length > 0 ? { resourceNames } : {}),
  };
}

const clusterRole = (name: string, ...rules: readonly Rule[]): object => ({
  apiVersion,
  kind: 'ClusterRole',
  metadata: clusterMetadata(name),
  rules,
});
const role = (name: string, ...rules: readonly Rule[]): object => ({
  apiVersion,
  kind: 'Role',
  metadata: metadata(name),
  rules,
});

const group = (name: string): object => ({ apiGroup: API, kind: 'Group', name });
const user = (name: string): object => ({ apiGroup: API, kind: 'User', name });
const account = (name: string): object => ({ kind: 'ServiceAccount', namespace: NAMESPACE, name });

const everywhere = (name: string, subject: object = group(name), roleName: string = name): object => ({
  apiVersion,
  kind: 'ClusterRoleBinding',
  metadata: clusterMetadata(name),
  subjects: [subject],
  roleRef: { apiGroup: API, kind: 'ClusterRole', name: roleName },
});
const inNamespace = (name: string, kind: 'Role' | 'ClusterRole'): object => ({
  apiVersion,
  kind: 'RoleBinding',
  metadata: metadata(name),
  subjects: [group(name)],
  roleRef: { apiGroup: API, kind, name },
});

const unbound = (name: string): string => `delete clusterrolebinding ${name} --ignore-not-found`;

/** Whether RBAC lets a member of a group do something, by the word of the API server: `create pods/exec`. */
const canI = (name: string, asked: string, as = 'someone'): Probe => ({
  script: `kubectl auth can-i ${asked.replace('/', ' --subresource=')} -n default --as=${as} --as-group=${name} 2>/dev/null`,
  broken: /^yes/,
  mended: /^no/,
});
const anonymously = (path: string): Probe => ({
  script: `on $worker curl -sk -o /dev/null -w '%{http_code}' https://$plane_ip:6443${path}`,
  broken: /^200/,
  mended: /^403/,
});

/** A power that is granted to a group by a ClusterRole, and how it is mended. */
const power = (
  noun: string,
  granted: Rule,
  mending: (name: string) => ObjectsChange,
  asked: string,
): Flip<ObjectsChange> => {
  const name = `flip-${noun}`;
  return {
    check: `rbac/${noun}`,
    shows: [`ClusterRoleBinding ${name}`, `"${granted.resources[0]}"`],
    breaking: { objects: [clusterRole(name, granted), everywhere(name)] },
    mending: mending(name),
    probe: canI(name, asked),
  };
};

/** A binding to somebody who should have none. */
const binding = (
  noun: string,
  subject: object,
  mending: (name: string) => ObjectsChange,
  probe: Probe | Unobservable,
  resource = 'nodes',
): Flip<ObjectsChange> => {
  const name = `flip-${noun}`;
  return {
    check: `rbac/${noun}`,
    shows: [name, '/subjects/0/name'],
    breaking: { objects: [clusterRole(name, rule('list', resource)), everywhere(name, subject)] },
    mending: mending(name),
    probe,
  };
};

const replaced =
  (...rules: readonly Rule[]) =>
  (name: string): ObjectsChange => ({ objects: [clusterRole(name, ...rules)] });
const boundInNamespace = (name: string): ObjectsChange => ({
  objects: [inNamespace(name, 'ClusterRole')],
  kubectl: [unbound(name)],
});
const asRole =
  (...rules: readonly Rule[]) =>
  (name: string): ObjectsChange => ({
    objects: [role(name, ...rules), inNamespace(name, 'Role')],
    kubectl: [unbound(name)],
  });
const deleted = (name: string): ObjectsChange => ({ kubectl: [unbound(name)] });
const boundTo =
  (subject: object) =>
  (name: string): ObjectsChange => ({ objects: [everywhere(`${name}-only`, subject, name)], kubectl: [unbound(name)] });

const WEBHOOKS = 'admissionregistration.k8s.io/validatingwebhookconfigurations';

const NODES = 'system:nodes';
const KUBE_PROXY = { kind: 'ServiceAccount', namespace: 'kube-system', name: 'kube-proxy' };

export const rbac: readonly Flip<ObjectsChange>[] = [
  {
    check: 'kube-proxy/rbac',
    shows: ['flip-kube-proxy', '"pods"'],
    breaking: {
      objects: [clusterRole('flip-kube-proxy', rule('list', 'pods')), everywhere('flip-kube-proxy', KUBE_PROXY)],
    },
    mending: deleted('flip-kube-proxy'),
    probe: canI('nobody', 'list pods', 'system:serviceaccount:kube-system:kube-proxy'),
  },
  {
    check: 'kubelet/feature-noderestriction-identity',
    shows: ['flip-nodes', '"persistentvolumes"'],
    breaking: {
      objects: [clusterRole('flip-nodes', rule('delete', 'persistentvolumes')), everywhere('flip-nodes', group(NODES))],
    },
    mending: deleted('flip-nodes'),
    probe: canI(NODES, 'delete persistentvolumes', 'system:node:somewhere'),
  },
  binding(
    'all-serviceaccounts-bindings',
    group('system:serviceaccounts'),
    boundTo(account('own')),
    canI('system:serviceaccounts', 'list nodes'),
  ),
  binding('anonymous-bindings', user('system:anonymous'), deleted, anonymously('/api/v1/nodes')),
  binding(
    'authenticated-bindings',
    group('system:authenticated'),
    boundTo(group('flip-developers')),
    canI('system:authenticated', 'list nodes'),
  ),
  {
    check: 'rbac/cluster-admin-bindings',
    shows: ['ClusterRoleBinding flip-cluster-admin-bindings', '/roleRef/name'],
    breaking: { objects: [everywhere('flip-cluster-admin-bindings', undefined, 'cluster-admin')] },
    mending: {
      objects: [
        clusterRole('flip-cluster-admin-less', rule('get', 'nodes')),
        everywhere('flip-cluster-admin-less', group('flip-cluster-admin-bindings')),
      ],
      kubectl: [unbound('flip-cluster-admin-bindings')],
    },
    probe: canI('flip-cluster-admin-bindings', "'*' '*'"),
  },
  power(
    'cluster-admin-equivalent',
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    replaced(rule('get', 'nodes')),
    "'*' '*'",
  ),
  binding(
    'default-sa-bound',
    account('default'),
    boundTo(account('own')),
    canI('nobody', 'list nodes', `system:serviceaccount:${NAMESPACE}:default`),
  ),
  power(
    'escalate-bind',
    rule('bind', `${API}/clusterroles`),
    replaced(rule('bind', `${API}/clusterroles`, 'view')),
    `bind clusterroles.${API}`,
  ),
  power(
    'impersonate',
    rule('impersonate', 'users'),
    replaced(rule('impersonate', 'users', 'nobody')),
    'impersonate users',
  ),
  power('nodes-proxy', rule('get', 'nodes/proxy'), replaced(rule('get', 'nodes/metrics')), 'get nodes/proxy'),
  power('pods-create', rule('create', 'pods'), boundInNamespace, 'create pods'),
  power('pods-exec', rule('create', 'pods/exec'), boundInNamespace, 'create pods/exec'),
  power(
    'pv-create',
    rule('create', 'persistentvolumes'),
    replaced(rule('create', 'persistentvolumeclaims')),
    'create persistentvolumes',
  ),
  power(
    'sa-token-create',
    rule('create', 'serviceaccounts/token'),
    asRole(rule('create', 'serviceaccounts/token', 'own')),
    'create serviceaccounts/token',
  ),
  power('secrets-read', rule('get list', 'secrets'), asRole(rule('get', 'secrets', 'one')), 'list secrets'),
  binding('system-masters', group('system:masters'), boundTo(group('flip-admins')), {
    unobservable: 'members of the group may do everything, whatever is bound to it',
  }),
  binding(
    'unauthenticated-bindings',
    group('system:unauthenticated'),
    deleted,
    anonymously('/api/v1/namespaces'),
    'namespaces',
  ),
  power(
    'webhook-config-write',
    rule('patch', WEBHOOKS),
    replaced(rule('patch', WEBHOOKS, 'one')),
    `patch validatingwebhookconfigurations`,
  ),
  power(
    'wildcard-resources',
    rule('get', 'networking.k8s.io/*'),
    replaced(rule('get', 'networking.k8s.io/ingresses')),
    'get networkpolicies.networking.k8s.io',
  ),
  power('wildcard-verbs', rule('*', 'configmaps'), replaced(rule('get', 'configmaps')), 'delete configmaps'),
  power('workload-write', rule('create', 'apps/deployments'), boundInNamespace, 'create deployments.apps'),
  {
    check: 'service-accounts/csr-autoapprove-scope',
    shows: ['ClusterRoleBinding flip-csr', 'certificatesigningrequests/nodeclient'],
    breaking: {
      objects: [
        clusterRole('flip-csr', rule('create', 'certificates.k8s.io/certificatesigningrequests/nodeclient')),
        everywhere('flip-csr'),
      ],
    },
    mending: deleted('flip-csr'),
    probe: canI('flip-csr', 'create certificatesigningrequests.certificates.k8s.io/nodeclient'),
  },
];
