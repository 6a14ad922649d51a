import type { PolicyRule } from '../shapes/generated.ts';

/** What a request asks for. */
export interface Access {
  readonly verb: string;
  /** '' for core. */
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  /** One object by name; where it is left out the question is about objects of any name. */
  readonly name?: string;
}

/** Whether a rule allows a request for a resource, as the API server reads it: wildcards, subresources and names. */
export function grantsAllow(rule: PolicyRule, access: Access): boolean {
  return (
    includes(rule.verbs, access.verb) &&
    includes(rule.apiGroups, access.group) &&
    resourceMatches(rule.resources, access) &&
    nameMatches(rule.resourceNames, access.name)
  );
}

/** Whether a rule allows a request for a path that is no resource: `/metrics`, `/healthz/*`, `*`. */
export function allowsPath(rule: PolicyRule, verb: string, path: string): boolean {
  const matches = (pattern: string): boolean =>
    pattern === '*' || pattern === path || (pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1)));
  return includes(rule.verbs, verb) && rule.nonResourceURLs.some(matches);
}

/** Whether a list of a rule names a value, or all values. */
export const includes = (list: readonly string[], value: string): boolean => list.includes('*') || list.includes(value);

function resourceMatches(resources: readonly string[], { resource, subresource }: Access): boolean {
  // '*' covers subresources too, '*/status' that subresource of everything; there is no 'pods/*'.
  if (subresource === undefined) return includes(resources, resource);
  return includes(resources, `${resource}/${subresource}`) || resources.includes(`*/${subresource}`);
}

/** A rule with names allows nothing that has no name in the request: create, and list without a selector for one name. */
const nameMatches = (names: readonly string[], name: string | undefined): boolean =>
  names.length === 0 || (name !== undefined && names.includes(name));
