import type { PolicyRule } from '../../shapes/generated.ts';

/** Requests that RBAC may allow: any of the verbs on any of the resources (`pods/exec` for a subresource) of one API group. */
export interface Ask {
  readonly verbs: readonly string[];
  readonly group: string;
  readonly resources: readonly string[];
  /** The requests have no namespace, so that a RoleBinding does not give them. */
  readonly clusterOnly?: boolean;
}

/** Whether a rule allows any of the requests, were they for the objects that it names; wildcards as the API server reads them. */
export function allows(rule: PolicyRule, ask: Ask): boolean {
  return (
    holds(rule.verbs, ask.verbs) &&
    holds(rule.apiGroups, [ask.group]) &&
    ask.resources.some((resource) => matchesResource(rule.resources, resource))
  );
}

/**
 * Whether a rule that names its objects lets one create them. A request to create has no name, so that RBAC refuses it; server-side apply, which is
 * a patch that creates what is not there, has one, and takes both verbs.
 */
export const createsByName = ({ verbs }: PolicyRule): boolean =>
  ['create', 'patch'].every((verb) => holds(verbs, [verb]));

/** Whether a rule allows every verb on every resource of every API group. */
export const allowsEverything = (rule: PolicyRule): boolean => rule.verbs.includes('*') && isOnEverything(rule);

/** Whether a rule is about every resource of every API group. */
export const isOnEverything = ({ apiGroups, resources, resourceNames }: PolicyRule): boolean =>
  apiGroups.includes('*') && resources.includes('*') && resourceNames.length === 0;

const holds = (granted: readonly string[], wanted: readonly string[]): boolean =>
  granted.includes('*') || wanted.some((one) => granted.includes(one));

/** `*` covers subresources too, `*` before a slash that subresource of everything; there is no `pods/*`. */
function matchesResource(granted: readonly string[], wanted: string): boolean {
  if (granted.includes('*') || granted.includes(wanted)) return true;
  const slash = wanted.indexOf('/');
  return slash >= 0 && granted.includes(`*${wanted.slice(slash)}`);
}
