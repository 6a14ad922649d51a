import { describe, expect, test } from '@jest/globals';
import { BUILT_IN_BINDINGS } from '../../../src/derive/rbac-built-in.ts';
import { type ClusterRoleBinding, type RoleBinding, schemas } from '../../../src/shapes/generated.ts';
import { clusterRole, dataOf, forbidden, type GivenResources, partial, view, whole } from '../../support/derived.ts';

const API = 'rbac.authorization.k8s.io/v1';
const GROUP = 'rbac.authorization.k8s.io';
const READ = { verbs: ['get'], apiGroups: [''], resources: ['pods'] };
const WRITE = { verbs: ['update'], apiGroups: [''], resources: ['pods'] };
const DEFAULTS = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
const masters = { kind: 'Group', apiGroup: GROUP, name: 'system:masters' };

interface Given {
  readonly role?: string;
  readonly kind?: 'Role' | 'ClusterRole';
  readonly subjects?: readonly object[];
  readonly labels?: Readonly<Record<string, string>>;
}
const body = ({ role = 'reader', kind = 'ClusterRole', subjects = [masters] }: Given) => ({
  subjects,
  roleRef: { apiGroup: GROUP, kind, name: role },
});
const wide = (name: string, given: Given = {}): ClusterRoleBinding =>
  schemas.ClusterRoleBinding.project({
    apiVersion: API,
    kind: 'ClusterRoleBinding',
    metadata: { name, labels: given.labels ?? {} },
    ...body(given),
  });
const local = (namespace: string, name: string, given: Given = {}): RoleBinding =>
  schemas.RoleBinding.project({
    apiVersion: API,
    kind: 'RoleBinding',
    metadata: { name, namespace, labels: given.labels ?? {} },
    ...body(given),
  });
const role = (namespace: string, name: string, rules: readonly object[]) =>
  schemas.Role.project({ apiVersion: API, kind: 'Role', metadata: { name, namespace }, rules });

const rbac = (resources: GivenResources) =>
  view('rbac', {
    roles: whole([]),
    'cluster-roles': whole([clusterRole('reader', [READ]), clusterRole('cluster-admin', [WRITE])]),
    'role-bindings': whole([]),
    'cluster-role-bindings': whole([]),
    ...resources,
  });
const bound = (...bindings: readonly ClusterRoleBinding[]) =>
  dataOf(rbac({ 'cluster-role-bindings': whole(bindings) }));

describe('grants', () => {
  test('are every rule for every subject, with the places of both', () => {
    const accounts = [masters, { kind: 'ServiceAccount', name: 'a', namespace: 'b' }];
    const { grants } = dataOf(
      rbac({
        'cluster-roles': whole([clusterRole('reader', [READ, WRITE])]),
        'cluster-role-bindings': whole([wide('x', { subjects: accounts })]),
      }),
    );
    expect(grants).toHaveLength(4);
    expect(grants[3]).toMatchObject({
      subject: { kind: 'ServiceAccount', name: 'a', namespace: 'b' },
      rule: { verbs: ['update'] },
      rulePointer: '/rules/1',
      subjectPointer: '/subjects/1',
      role: { apiVersion: API, kind: 'ClusterRole', name: 'reader' },
      binding: { apiVersion: API, kind: 'ClusterRoleBinding', name: 'x' },
      builtIn: false,
    });
    expect(grants[3]?.namespace).toBeUndefined();
  });

  test('hold in the namespace of a RoleBinding, of roles of either kind', () => {
    const { grants } = dataOf(
      rbac({
        roles: whole([role('a', 'reader', [WRITE]), role('b', 'reader', [])]),
        'role-bindings': whole([local('a', 'y', { kind: 'Role' }), local('b', 'x')]),
      }),
    );
    expect(grants.map(({ namespace, role: from, rule }) => [namespace, from.kind, from.namespace, rule.verbs])).toEqual(
      [
        ['a', 'Role', 'a', ['update']],
        ['b', 'ClusterRole', undefined, ['get']],
      ],
    );
  });

  test('are none where a role is not there, or is one of another namespace', () => {
    const { grants, dangling } = dataOf(
      rbac({
        roles: whole([role('b', 'reader', [READ])]),
        'role-bindings': whole([local('a', 'y', { kind: 'Role' })]),
        'cluster-role-bindings': whole([wide('x', { role: 'gone' })]),
      }),
    );
    expect(grants).toEqual([]);
    expect(dangling.map(({ binding, role: missing }) => [binding.name, missing.name])).toEqual([
      ['x', 'gone'],
      ['y', 'reader'],
    ]);
  });

  test('hold for the account of their own namespace where they name none', () => {
    const subjects = [
      { kind: 'ServiceAccount', name: 'a' },
      { kind: 'ServiceAccount', name: 'b', namespace: 'elsewhere' },
      { kind: 'User', name: 'c' },
    ];
    const { bindings } = dataOf(rbac({ 'role-bindings': whole([local('shop', 'x', { subjects })]) }));
    expect(bindings[0]?.subjects.map(({ name, namespace }) => [name, namespace])).toEqual([
      ['a', 'shop'],
      ['b', 'elsewhere'],
      ['c', ''],
    ]);
  });

  test('do not depend on the order of the lists', () => {
    const bindings = [wide('a'), wide('b')];
    expect(bound(...bindings)).toEqual(bound(...[...bindings].reverse()));
  });

  test('bindings are there also without a rule', () => {
    const { bindings } = dataOf(
      rbac({ 'cluster-roles': whole([clusterRole('reader', [])]), 'cluster-role-bindings': whole([wide('x')]) }),
    );
    expect(bindings).toMatchObject([
      { binding: { name: 'x' }, role: { name: 'reader' }, subjects: [masters], builtIn: false },
    ]);
  });
});

describe('what Kubernetes makes itself', () => {
  const admin = { role: 'cluster-admin', labels: DEFAULTS };
  const builtIn = (binding: ClusterRoleBinding) => bound(binding).grants.map((grant) => grant.builtIn);

  test('is told by name, role, subject and label together', () => {
    expect(builtIn(wide('cluster-admin', admin))).toEqual([true]);
  });

  test.each([
    ['the label on another name', 'mine', admin],
    ['the name without the label', 'cluster-admin', { role: 'cluster-admin' }],
    ['another role', 'cluster-admin', { labels: DEFAULTS }],
    ['another subject', 'cluster-admin', { ...admin, subjects: [{ kind: 'User', name: 'eve' }] }],
    [
      'a user of the name of the group',
      'cluster-admin',
      { ...admin, subjects: [{ kind: 'User', name: 'system:masters' }] },
    ],
    [
      'an account of another namespace',
      'system:kube-dns',
      {
        labels: DEFAULTS,
        role: 'reader',
        subjects: [{ kind: 'ServiceAccount', name: 'kube-dns', namespace: 'a' }],
      },
    ],
  ])('is not %s', (_, name, given) => {
    expect(builtIn(wide(name, given))).toEqual([false]);
  });

  test('is not a subject that was added to such a binding', () => {
    const { grants, bindings } = bound(
      wide('cluster-admin', { ...admin, subjects: [masters, { kind: 'User', name: 'eve' }] }),
    );
    expect(grants.map((grant) => grant.builtIn)).toEqual([true, false]);
    expect(bindings.map((binding) => binding.builtIn)).toEqual([false]);
  });

  test('is not a binding of the same name in a namespace of its own', () => {
    const { grants } = dataOf(rbac({ 'role-bindings': whole([local('a', 'cluster-admin', admin)]) }));
    expect(grants.map((grant) => grant.builtIn)).toEqual([false]);
  });

  test('includes what kubeadm makes, which has no label', () => {
    const subjects = [{ kind: 'Group', name: 'kubeadm:cluster-admins' }];
    expect(builtIn(wide('kubeadm:cluster-admins', { role: 'cluster-admin', subjects }))).toEqual([true]);
  });

  test.each(['kube-system', 'kube-public'])('includes the bindings of %s, with their label', (namespace) => {
    const name = 'system:controller:bootstrap-signer';
    const subjects = [{ kind: 'ServiceAccount', name: 'bootstrap-signer', namespace: 'kube-system' }];
    const given = (labels: Readonly<Record<string, string>>) => {
      const bindings = [local(namespace, name, { kind: 'Role', role: name, subjects, labels })];
      return dataOf(rbac({ roles: whole([role(namespace, name, [READ])]), 'role-bindings': whole(bindings) }));
    };
    expect(given(DEFAULTS).bindings.map(({ builtIn: own }) => own)).toEqual([true]);
    expect(given({}).bindings.map(({ builtIn: own }) => own)).toEqual([false]);
  });

  test('is listed once each', () => {
    const names = BUILT_IN_BINDINGS.map(({ namespace = '', name }) => `${namespace}/${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('RBAC that was not wholly read', () => {
  test.each(['roles', 'cluster-roles', 'role-bindings', 'cluster-role-bindings'] as const)(
    'is partial without %s',
    (key) => {
      expect(rbac({ [key]: forbidden })).toMatchObject({ state: 'partial', missing: ['not allowed'] });
      expect(rbac({ [key]: partial([], 'the rest') })).toMatchObject({ state: 'partial', missing: ['the rest'] });
    },
  );

  test('is failed without any binding', () => {
    expect(rbac({ 'role-bindings': forbidden, 'cluster-role-bindings': forbidden })).toEqual(forbidden);
  });
});
