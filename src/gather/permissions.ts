import type { ResourceKey } from '../model/resources.ts';
import type { PolicyRule } from '../shapes/generated.ts';
import { catalogue, type Source } from './catalogue.ts';

/** Rights that say more than kubevet needs, so that they are left out unless asked for. */
export type SensitivePermission = 'secrets' | 'nodes/proxy';

/** One thing that the identity must be allowed to do. */
export type Permission =
  | {
      readonly verb: 'get' | 'list';
      readonly group: string;
      readonly resource: string;
      readonly subresource?: string;
      readonly namespace?: string;
      readonly name?: string;
    }
  | { readonly verb: 'get'; readonly path: string };

/** A ClusterRole as an object of the API. */
export interface ClusterRoleObject {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  readonly kind: 'ClusterRole';
  readonly metadata: { readonly name: string };
  readonly rules: readonly Partial<PolicyRule>[];
}

/** The uid of kube-system tells clusters apart in reports. */
const CLUSTER_UID: Permission = {
  verb: 'get',
  group: '',
  resource: 'namespaces',
  namespace: 'kube-system',
  name: 'kube-system',
};

/** What gathering a resource needs; the same thing is named once. */
export function permissionsFor(keys: readonly ResourceKey[]): readonly Permission[] {
  const all = keys.flatMap((key) => catalogue[key].sources.flatMap(permissionsOfSource));
  return [...new Map(all.map((permission) => [describePermission(permission), permission])).values()];
}

/** The same in words, sorted: `list pods`, `get /flagz`. */
export function permissionsOf(keys: readonly ResourceKey[]): readonly string[] {
  return permissionsFor(keys).map(describePermission).sort();
}

/** The sensitive right that a permission is; undefined for others. */
export function sensitive(permission: Permission): SensitivePermission | undefined {
  if ('path' in permission) return undefined;
  if (permission.resource === 'secrets') return 'secrets';
  return permission.resource === 'nodes' && permission.subresource === 'proxy' ? 'nodes/proxy' : undefined;
}

/**
 * The least ClusterRole that gathers these resources: get and list alone. Secrets (RBAC cannot grant their metadata alone) and nodes/proxy
 * (it equals running commands on nodes) are in it only where `include` names them.
 */
export function clusterRole(
  keys: readonly ResourceKey[],
  options: { readonly include: readonly SensitivePermission[] },
): ClusterRoleObject {
  const permissions = [CLUSTER_UID, ...permissionsFor(keys)].filter((permission) => {
    const kind = sensitive(permission);
    return kind === undefined || options.include.includes(kind);
  });
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'kubevet' },
    rules: [...resourceRules(permissions), ...pathRules(permissions)],
  };
}

/** A permission in words. */
export function describePermission(permission: Permission): string {
  if ('path' in permission) return `get ${permission.path}`;
  const { verb, group, resource, subresource, namespace, name } = permission;
  const what = `${resource}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
  return `${verb} ${what}${name === undefined ? '' : ` ${name}`}${namespace === undefined ? '' : ` in ${namespace}`}`;
}

function permissionsOfSource(source: Source): readonly Permission[] {
  switch (source.how) {
    case 'list':
      return [
        {
          verb: 'list',
          group: source.group,
          resource: source.resource,
          ...(source.namespace === undefined ? {} : { namespace: source.namespace }),
        },
      ];
    case 'object':
      return source.names.map((name) => ({
        verb: 'get',
        group: '',
        resource: 'configmaps',
        namespace: source.namespace,
        name,
      }));
    case 'node-endpoint':
      return [{ verb: 'get', group: '', resource: 'nodes', subresource: 'proxy' }];
    case 'endpoint':
      return [source.path, ...(source.below === undefined ? [] : [source.below])].map((path) => ({
        verb: 'get',
        path,
      }));
  }
}

/** One rule for each group and verb; single objects have their own. */
function resourceRules(permissions: readonly Permission[]): readonly Partial<PolicyRule>[] {
  const rules = new Map<
    string,
    {
      readonly apiGroups: string[];
      readonly verbs: string[];
      readonly resources: Set<string>;
      readonly resourceNames: Set<string>;
    }
  >();
  for (const permission of permissions) {
    if ('path' in permission) continue;
    const { verb, group, resource, subresource, name } = permission;
    const full = subresource === undefined ? resource : `${resource}/${subresource}`;
    const key = `${group} ${verb} ${name === undefined ? '' : resource}`;
    const found = rules.get(key) ?? {
      apiGroups: [group],
      verbs: [verb],
      resources: new Set<string>(),
      resourceNames: new Set<string>(),
    };
    rules.set(key, found);
    found.resources.add(full);
    if (name !== undefined) found.resourceNames.add(name);
  }
  return [...rules].sort().map(([, { resources, resourceNames, apiGroups, verbs }]) => ({
    apiGroups,
    resources: [...resources].sort(),
    ...(resourceNames.size === 0 ? {} : { resourceNames: [...resourceNames].sort() }),
    verbs,
  }));
}

function pathRules(permissions: readonly Permission[]): readonly Partial<PolicyRule>[] {
  const paths = permissions.flatMap((permission) => ('path' in permission ? [permission.path] : []));
  return paths.length === 0 ? [] : [{ nonResourceURLs: [...new Set(paths)].sort(), verbs: ['get'] }];
}
