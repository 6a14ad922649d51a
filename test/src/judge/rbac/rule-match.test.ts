import { describe, expect, test } from '@jest/globals';
import { type Ask, allows, allowsEverything, createsByName } from '../../../../src/judge/rbac/rule-match.ts';
import type { PolicyRule } from '../../../../src/shapes/generated.ts';

const rule = (fields: Partial<PolicyRule>): PolicyRule => ({
  verbs: ['get'],
  apiGroups: [''],
  resources: ['pods'],
  resourceNames: [],
  nonResourceURLs: [],
  ...fields,
});
const exec: Ask = { verbs: ['create', 'get'], group: '', resources: ['pods/exec'] };

describe('allows', () => {
  test.each([
    ['the subresource itself', rule({ resources: ['pods/exec'] }), true],
    ['every resource', rule({ resources: ['*'] }), true],
    ['the subresource of everything', rule({ resources: ['*/exec'] }), true],
    ['every verb of every group', rule({ verbs: ['*'], apiGroups: ['*'], resources: ['pods/exec'] }), true],
    ['names, which are not looked at', rule({ resources: ['pods/exec'], resourceNames: ['web'] }), true],
    ['the resource without its subresource', rule({ resources: ['pods'] }), false],
    ['a star behind the slash', rule({ resources: ['pods/*'] }), false],
    ['another subresource of everything', rule({ resources: ['*/exec2', '*/attach'] }), false],
    ['another verb', rule({ verbs: ['delete'], resources: ['pods/exec'] }), false],
    ['another group', rule({ apiGroups: ['apps'], resources: ['pods/exec'] }), false],
    ['paths', rule({ apiGroups: [], resources: [], nonResourceURLs: ['*'] }), false],
  ])('%s', (_, given, allowed) => {
    expect(allows(given, exec)).toBe(allowed);
  });

  test('a star before a slash is no resource of its own', () => {
    expect(allows(rule({ resources: ['*/pods'] }), { verbs: ['get'], group: '', resources: ['pods'] })).toBe(false);
  });
});

test.each([
  [['create', 'patch'], true],
  [['*'], true],
  [['create'], false],
  [['patch', 'update'], false],
])('verbs %j on named objects create them: %s', (verbs, creates) => {
  expect(createsByName(rule({ verbs, resourceNames: ['web'] }))).toBe(creates);
});

test('one of the resources asked for is enough', () => {
  const ask = { verbs: ['get'], group: '', resources: ['secrets', 'pods'] };
  expect(allows(rule({}), ask)).toBe(true);
});

describe('allowsEverything', () => {
  const all = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
  test.each([
    ['three stars', rule(all), true],
    ['stars among others', rule({ ...all, verbs: ['get', '*'] }), true],
    ['no star for verbs', rule({ ...all, verbs: ['get'] }), false],
    ['no star for groups', rule({ ...all, apiGroups: [''] }), false],
    ['no star for resources', rule({ ...all, resources: ['pods'] }), false],
    ['names', rule({ ...all, resourceNames: ['web'] }), false],
  ])('%s', (_, given, everything) => {
    expect(allowsEverything(given)).toBe(everything);
  });
});
