import { expect, test } from '@jest/globals';
import check from '../../../checks/nodes/single-control-plane.ts';
import { node as derivedNode, forbidden } from '../../support/derived.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s } from '../../support/k3s-nodes.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const PLANE = { 'node-role.kubernetes.io/control-plane': '' };
const server = (name: string) => node(name, { labels: PLANE });

describeCheck(check, [
  {
    given: 'three nodes',
    objects: [serverVersion(), server('a'), server('b'), server('c'), node('w')],
    expect: 'pass',
  },
  {
    given: 'one node',
    objects: [serverVersion(), server('a'), node('w')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^it is one node$/ }],
  },
  {
    given: 'two nodes with etcd on them',
    objects: [
      serverVersion(),
      server('a'),
      server('b'),
      controlPlanePod('etcd', { node: 'a' }),
      controlPlanePod('etcd', { node: 'b' }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /etcd needs both/ }],
  },
  {
    given: 'two nodes, and etcd on machines of its own',
    objects: [
      serverVersion(),
      server('a'),
      server('b'),
      controlPlanePod('kube-apiserver', { node: 'a', flags: ['--etcd-servers=https://192.0.2.1:2379'] }),
    ],
    expect: 'review',
    findings: [{ verdict: 'review', message: /no etcd is seen on them/ }],
  },
  {
    given: 'two servers of k3s with a database elsewhere',
    objects: [
      serverVersion('v1.37.2+k3s1'),
      k3s('a', ['server', '--datastore-endpoint', 'mysql://db']),
      k3s('b', ['server', '--datastore-endpoint', 'mysql://db']),
    ],
    expect: 'review',
  },
  {
    given: 'two servers of k3s with etcd inside',
    objects: [
      serverVersion('v1.37.2+k3s1'),
      ...['a', 'b'].map((name) => node(name, { labels: { ...PLANE, 'node-role.kubernetes.io/etcd': 'true' } })),
    ],
    expect: 'fail',
  },
  { given: 'no node that says it is one', objects: [serverVersion(), node('w')], expect: 'unknown' },
  {
    given: "a provider's control plane",
    objects: [serverVersion('v1.33.5-eks-3025e55'), node('w')],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [serverVersion()], expect: 'not-applicable' },
]);

test('two nodes whose etcd may not be looked for are unknown', () => {
  const cluster = { nodes: ['a', 'b'].map((name) => derivedNode(name, { labels: PLANE })), 'managed-plane': forbidden };
  expect(check.evaluate({ ...cluster, 'settings:etcd': forbidden } as never, {} as never)).toMatchObject([
    { verdict: 'unknown', because: { code: 'forbidden' } },
  ]);
});
