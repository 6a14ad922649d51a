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

/** Whether a rule allows every verb on every resource of every API group. */
export function allowsEverything(rule: PolicyRule): boolean {
  const lists = [rule.verbs, rule.apiGroups, rule.resources];
  return lists.every((list) => list.includes('*')) && rule.resourceNames.length === 0;
}

const holds = (granted: readonly string[], wanted: readonly string[]): boolean =>
  granted.includes('*') || wanted.some((one) => granted.includes(one));

/** `*` covers subresources too, `*` before a slash that subresource of everything; there is no `pods/*`. */
function matchesResource(granted: readonly string[], wanted: string): boolean {
  if (granted.includes('*') || granted.includes(wanted)) return true;
  const slash = wanted.indexOf('/');
  return slash >= 0 && granted.includes(`*${wanted.slice(slash)}`);
}
