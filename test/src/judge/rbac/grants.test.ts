import { describe, expect, test } from '@jest/globals';
import {
  called,
  type Grants,
  grantsEvidence,
  grouped,
  holder,
  nobody,
  objectSubject,
  reachesCluster,
  viaBindings,
  whereHeld,
  withNobody,
} from '../../../../src/judge/rbac/grants.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import type { Grant } from '../../../../src/model/views.ts';

const API = 'rbac.authorization.k8s.io/v1';

const grant = (binding: string, namespace?: string): Grant => ({
  subject: { kind: 'User', apiGroup: '', name: 'jane', namespace: '' },
  rule: { verbs: ['get'], apiGroups: [''], resources: ['pods'], resourceNames: [], nonResourceURLs: [] },
  rulePointer: '/rules/0',
  role: { apiVersion: API, kind: 'ClusterRole', name: 'reader' },
  binding: {
    apiVersion: API,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    name: binding,
    ...(namespace === undefined ? {} : { namespace }),
  },
  subjectPointer: '/subjects/0',
  namespace,
  builtIn: false,
});
const grants = (first: Grant, ...rest: Grant[]): Grants => [first, ...rest];

describe('holder', () => {
  test('a user name of a ServiceAccount is that ServiceAccount', () => {
    const subject = { kind: 'User', apiGroup: '', name: 'system:serviceaccount:ci:deployer', namespace: '' };
    expect(holder(subject)).toEqual({ kind: 'ServiceAccount', namespace: 'ci', name: 'deployer' });
  });
  test('a group of that form is a group', () => {
    const subject = { kind: 'Group', apiGroup: '', name: 'system:serviceaccount:ci:deployer', namespace: '' };
    expect(holder(subject)).toEqual({ kind: 'Group', name: 'system:serviceaccount:ci:deployer' });
  });
  test('a user name with more colons is a user', () => {
    const subject = { kind: 'User', apiGroup: '', name: 'system:serviceaccount:a:b:c', namespace: '' };
    expect(holder(subject)).toEqual({ kind: 'User', name: 'system:serviceaccount:a:b:c' });
  });
});

describe('wording', () => {
  test('names things with their namespace', () => {
    expect(called({ kind: 'Role', namespace: 'shop', name: 'owner' })).toBe('Role shop/owner');
    expect(called({ kind: 'Group', name: 'ops' })).toBe('Group ops');
  });
  test('a subject has a namespace where the object has one', () => {
    expect(objectSubject({ apiVersion: API, kind: 'Role', namespace: 'shop', name: 'a' })).toEqual({
      kind: 'Role',
      namespace: 'shop',
      name: 'a',
    });
    expect(objectSubject({ apiVersion: API, kind: 'ClusterRole', name: 'a' })).toEqual({
      kind: 'ClusterRole',
      name: 'a',
    });
  });
  test('names three bindings and counts the others, in order', () => {
    const many = grants(grant('d'), grant('b'), grant('a'), grant('c'), grant('e'));
    expect(viaBindings(many)).toBe(
      'by ClusterRoleBinding a (ClusterRole reader), ClusterRoleBinding b (ClusterRole reader), ClusterRoleBinding c (ClusterRole reader) and 2 more',
    );
  });
  test('names three bindings without counting', () => {
    expect(viaBindings(grants(grant('a'), grant('b'), grant('c')))).toMatch(
      /ClusterRoleBinding c \(ClusterRole reader\)$/,
    );
  });
  test('says where grants hold', () => {
    expect(whereHeld(grants(grant('a', 'shop'), grant('b')))).toBe('in the whole cluster');
    expect(whereHeld(grants(grant('a', 'shop'), grant('b', 'ads'), grant('c', 'shop')))).toBe('in namespace ads, shop');
    const four = grants(grant('a', 'd'), grant('a', 'c'), grant('a', 'b'), grant('a', 'a'));
    expect(whereHeld(four)).toBe('in namespace a, b, c and 1 more');
    expect(whereHeld(grants(grant('a', 'c'), grant('a', 'b'), grant('a', 'a')))).toBe('in namespace a, b, c');
  });
});

test('evidence of many grants shows three of them', () => {
  const evidence = grantsEvidence(grants(grant('d'), grant('b'), grant('a'), grant('c')), 'nothing');
  const bindings = evidence.flatMap((one) =>
    one.from === 'object' && one.object.kind !== 'ClusterRole' ? [one.object.name] : [],
  );
  expect(bindings).toEqual(['a', 'b', 'c']);
});

test('evidence of a rule about paths shows them', () => {
  const paths = { ...grant('a').rule, apiGroups: [], resources: [], nonResourceURLs: ['/metrics'] };
  expect(grantsEvidence([{ ...grant('a'), rule: paths }], 'nothing')[1]).toMatchObject({
    pointer: '/rules/0/nonResourceURLs',
    observed: ['/metrics'],
  });
});

test.each([
  [undefined, true],
  ['kube-system', true],
  ['kube-public', false],
  ['shop', false],
])('a grant in namespace %s reaches the cluster: %s', (namespace, expected) => {
  expect(reachesCluster(grant('a', namespace))).toBe(expected);
});

test('grouped keeps the order of the keys and of the members', () => {
  expect(grouped(['b1', 'a1', 'b2'], (text) => text.charAt(0))).toEqual([['a1'], ['b1', 'b2']]);
});

describe('withNobody', () => {
  const pass = nobody('x', 'nobody');
  const finding = (verdict: 'fail' | 'review'): Finding => ({
    verdict,
    subject: { kind: 'User', name: verdict },
    evidence: pass.evidence as Extract<Finding, { verdict: 'pass' }>['evidence'],
    message: '',
  });
  test('passes where nothing was found, or only what is to be reviewed', () => {
    expect(withNobody([], pass)).toEqual([pass]);
    expect(withNobody([finding('review')], pass)).toEqual([pass, finding('review')]);
  });
  test('does not pass beside a failure', () => {
    expect(withNobody([finding('review'), finding('fail')], pass)).toEqual([finding('review'), finding('fail')]);
  });
});
