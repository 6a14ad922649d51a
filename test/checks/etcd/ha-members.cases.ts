import check from '../../../checks/etcd/ha-members.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const names = (count: number) => Array.from({ length: count }, (_, at) => `node-${at + 1}`);
const members = (count: number) => names(count).map((name) => controlPlanePod('etcd', { node: name }));
const nodes = (count: number) => names(count).map((name) => node(name));
const server = (...urls: readonly string[]) =>
  controlPlanePod('kube-apiserver', { flags: [`--etcd-servers=${urls.join(',')}`] });

describeCheck(check, [
  {
    given: 'three members',
    objects: [...nodes(3), ...members(3)],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster' }, message: /^3 members$/ }],
  },
  { given: 'five members', objects: [...nodes(5), ...members(5)], expect: 'pass' },
  {
    given: 'one member beside a worker',
    objects: [...nodes(2), ...members(1)],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /one member/ }],
  },
  {
    given: 'one member on the only node, as for a development cluster',
    objects: [...nodes(1), ...members(1)],
    expect: 'review',
    findings: [{ verdict: 'review', message: /back it up elsewhere/ }],
  },
  {
    given: 'two members',
    objects: [...nodes(3), ...members(2)],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /needs both/ }],
  },
  {
    given: 'four members',
    objects: [...nodes(4), ...members(4)],
    expect: 'review',
    findings: [{ verdict: 'review', message: /no more than 3/ }],
  },
  {
    given: 'two etcds on each node, one of which is for events',
    objects: [
      ...nodes(2),
      ...members(2),
      ...names(2).map((name) => controlPlanePod('etcd', { name: `etcd-events-${name}`, node: name })),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /more than one etcd runs on a node/ }],
  },
  {
    given: 'a member that does not run yet',
    objects: [...nodes(3), ...members(2), controlPlanePod('etcd', { node: 'node-3', phase: 'Pending' })],
    expect: 'unknown',
  },
  {
    given: 'RKE2 servers, of which each runs one in a process of its own',
    objects: names(3).map((name) =>
      node(name, {
        labels: { 'node-role.kubernetes.io/etcd': 'true', 'node-role.kubernetes.io/control-plane': 'true' },
        annotations: { 'k3s.io/node-args': '["server"]' },
      }),
    ),
    expect: 'pass',
  },
  {
    given: 'members outside of the cluster, all of which the API server names',
    objects: [serverVersion(), server('https://192.0.2.1:2379', 'https://192.0.2.2:2379', 'https://192.0.2.3:2379')],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /name 3 members/ }],
  },
  {
    given: 'one address outside of the cluster, behind which there may be several',
    objects: [serverVersion(), server('https://etcd.example:2379')],
    expect: 'unknown',
  },
  {
    given: 'an etcd on the host of each API server',
    objects: [serverVersion(), server('https://127.0.0.1:2379', 'https://[::1]:2379', 'unix:///var/run/kine.sock')],
    expect: 'unknown',
  },
  { given: 'no etcd and no API server', objects: [serverVersion(), node('node-1')], expect: 'unknown' },
  {
    given: 'a provider that runs etcd',
    objects: [serverVersion('v1.33.4-eks-3025e55')],
    expect: 'not-applicable',
  },
]);
