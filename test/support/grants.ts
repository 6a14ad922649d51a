import { apiServer, apiServers } from './api-servers.ts';
import type { CheckCase } from './describe-check.ts';
import {
  account,
  BOOTSTRAPPED,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from './objects.ts';

/** A list of subjects that is none, so that not all bindings are known. */
export const UNREADABLE_BINDING: CheckCase = {
  given: 'a binding whose subjects are no list, so that not all bindings are known',
  objects: [{ ...clusterRoleBinding('odd', 'view', []), subjects: 'everybody' }],
  expect: 'unknown',
};

/** Cases that every question about who holds a power shares. */
export function grantCases(spec: {
  /** A rule that gives the power, for one API group. */
  readonly power: ReturnType<typeof rule>;
  /** The power is over what lies outside of namespaces. */
  readonly clusterOnly?: boolean;
  /** A role of Kubernetes' own that needs the power, and who holds it by default. */
  readonly own?: { readonly role: string; readonly subject: ReturnType<typeof account> };
}): readonly CheckCase[] {
  const { power, own } = spec;
  const strong = clusterRole('strong', [power]);
  const jane = { kind: 'User', name: 'jane' };
  return [
    {
      given: 'a group that holds it in the whole cluster, by a role of its own',
      objects: [strong, clusterRoleBinding('strong', 'strong', [group('developers')])],
      expect: 'fail',
      findings: [
        { verdict: 'fail', subject: { kind: 'Group', name: 'developers' }, message: /ClusterRoleBinding strong/ },
      ],
    },
    {
      given: 'a ServiceAccount under its user name, by two bindings',
      objects: [
        strong,
        clusterRoleBinding('one', 'strong', [user('system:serviceaccount:ci:deployer')]),
        clusterRoleBinding('two', 'strong', [account('deployer', 'ci')]),
      ],
      expect: 'fail',
      findings: [
        {
          verdict: 'fail',
          subject: { kind: 'ServiceAccount', namespace: 'ci', name: 'deployer' },
          message: /one .* two/,
        },
      ],
    },
    {
      given: 'a wildcard over the API group that covers it',
      objects: [
        clusterRole('wild', [{ ...power, verbs: ['*'], resources: ['*'] }]),
        clusterRoleBinding('wild', 'wild', [user('jane')]),
      ],
      expect: 'fail',
      findings: [{ verdict: 'fail', subject: jane }],
    },
    ...(spec.clusterOnly === true ? [outsideOfNamespaces(strong)] : inNamespaces(power)),
    {
      given: 'only administrators by cluster-admin',
      objects: [
        clusterRole('cluster-admin', [rule(['*'], ['*'], ['*'])]),
        clusterRoleBinding('ops', 'cluster-admin', [group('ops')]),
      ],
      expect: 'pass',
      findings: [
        { verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' }, message: /nobody but administrators/ },
      ],
    },
    { given: 'a role that nobody is bound to', objects: [strong], expect: 'pass' },
    ...(own === undefined
      ? []
      : [
          {
            given: 'what Kubernetes itself binds and needs',
            objects: [
              clusterRole(own.role, [power], BOOTSTRAPPED),
              clusterRoleBinding(own.role, own.role, [own.subject], BOOTSTRAPPED),
            ],
            expect: 'pass',
          } as const,
        ]),
    {
      given: 'a built-in role that was widened',
      objects: [
        clusterRole('system:monitoring', [power], BOOTSTRAPPED),
        clusterRoleBinding('system:monitoring', 'system:monitoring', [group('system:monitoring')], BOOTSTRAPPED),
      ],
      expect: 'fail',
      findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:monitoring' } }],
    },
    {
      given: 'a binding with a role that is not there and another without subjects',
      objects: [
        clusterRoleBinding('dangling', 'gone', [user('jane')]),
        strong,
        clusterRoleBinding('empty', 'strong', []),
      ],
      expect: 'pass',
    },
    {
      given: 'a role whose rules are no list, so that not all roles are known',
      objects: [{ ...clusterRole('odd', []), rules: 'everything' }, clusterRoleBinding('odd', 'odd', [user('jane')])],
      expect: 'unknown',
    },
  ];
}

const outsideOfNamespaces = (strong: object): CheckCase => ({
  given: 'a RoleBinding, which cannot give a right on what lies outside of namespaces',
  objects: [strong, roleBinding('strong', 'kube-system', 'strong', [user('jane')], { roleKind: 'ClusterRole' })],
  expect: 'pass',
  findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
});

const inNamespaces = (power: ReturnType<typeof rule>): readonly CheckCase[] => {
  const held = (namespace: string) => [
    role('strong', namespace, [power]),
    roleBinding('strong', namespace, 'strong', [user('jane')]),
  ];
  const subject = { kind: 'User', name: 'jane' };
  return [
    {
      given: 'a role in a namespace of users, which a person reviews',
      objects: held('shop'),
      expect: 'pass',
      findings: [{ verdict: 'review', subject, message: /in namespace shop/ }],
    },
    {
      given: 'a role in kube-system',
      objects: held('kube-system'),
      expect: 'fail',
      findings: [{ verdict: 'fail', subject, message: /in namespace kube-system/ }],
    },
  ];
};

/** Cases that the questions about wildcards in rules share: `hit` has the wildcard, `elsewhere` has one in another place. */
export function wildcardCases(spec: {
  readonly hit: ReturnType<typeof rule>;
  readonly elsewhere: ReturnType<typeof rule>;
}): readonly CheckCase[] {
  const broad = clusterRole('broad', [spec.hit]);
  return [
    {
      given: 'such a rule in a role that is bound',
      objects: [broad, clusterRoleBinding('broad', 'broad', [account('app')])],
      expect: 'fail',
      findings: [
        { verdict: 'fail', subject: { kind: 'ClusterRole', name: 'broad' }, message: /ClusterRoleBinding broad/ },
      ],
    },
    {
      given: 'such a rule on resources of an operator of its own',
      objects: [
        clusterRole('operator', [rule(['*'], ['*'], ['shop.example.com'])]),
        clusterRoleBinding('operator', 'operator', [account('operator')]),
      ],
      expect: 'pass',
      findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
    },
    {
      given: 'one role that is bound in a namespace only, and one that is bound twice',
      objects: [
        role('local', 'shop', [spec.hit]),
        roleBinding('local', 'shop', 'local', [user('jane')]),
        clusterRole('both', [spec.hit]),
        roleBinding('both', 'shop', 'both', [user('jane')], { roleKind: 'ClusterRole' }),
        clusterRoleBinding('both', 'both', [user('joe')]),
      ],
      expect: 'fail',
      findings: [
        { verdict: 'review', subject: { kind: 'Role', namespace: 'shop', name: 'local' } },
        { verdict: 'fail', subject: { kind: 'ClusterRole', name: 'both' }, message: /in the whole cluster/ },
      ],
    },
    {
      given: 'roles that Kubernetes makes with a wildcard',
      objects: [
        clusterRole('system:controller:namespace-controller', [rule(['delete', 'list'], ['*'], ['*'])], BOOTSTRAPPED),
        clusterRoleBinding(
          'system:controller:namespace-controller',
          'system:controller:namespace-controller',
          [account('namespace-controller', 'kube-system')],
          BOOTSTRAPPED,
        ),
        clusterRole('system:kubelet-api-admin', [rule(['*'], ['nodes/proxy'])], BOOTSTRAPPED),
        clusterRoleBinding('kubelets', 'system:kubelet-api-admin', [user('kubelets')]),
      ],
      expect: 'pass',
    },
    {
      given: 'everything at once, which is the matter of another check',
      objects: [clusterRole('all', [rule(['*'], ['*'], ['*'])]), clusterRoleBinding('all', 'all', [user('jane')])],
      expect: 'pass',
    },
    {
      given: 'a wildcard elsewhere in the rule, and one for paths',
      objects: [
        clusterRole('other', [spec.elsewhere, { verbs: ['*'], nonResourceURLs: ['*'] }]),
        clusterRoleBinding('other', 'other', [user('jane')]),
      ],
      expect: 'pass',
    },
    { given: 'such a role that nobody is bound to', objects: [broad], expect: 'pass' },
    UNREADABLE_BINDING,
  ];
}

/** What a check of an anonymous subject says of a right beyond the defaults while API servers refuse requests without a login. */
export function idleCases(subject: Readonly<Record<string, unknown>>): readonly CheckCase[] {
  const [closed, open] = [
    ['--anonymous-auth=false', '--authorization-mode=Node,RBAC'],
    ['--authorization-mode=Node,RBAC'],
  ];
  const bound = [
    clusterRole('secrets', [rule(['get'], ['secrets'])]),
    clusterRoleBinding('oops', 'secrets', [subject]),
  ];
  return [
    {
      given: 'too much, which nobody can use now: requests without a login are refused',
      objects: [...apiServer(closed), ...bound],
      expect: 'review',
      findings: [{ verdict: 'review', message: /by ClusterRoleBinding oops .*; now no API server lets in/ }],
    },
    {
      given: 'too much, and one of two API servers lets in requests without a login',
      objects: [...apiServers(closed, open), ...bound],
      expect: 'fail',
    },
  ];
}
