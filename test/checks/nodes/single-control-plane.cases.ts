import check from '../../../checks/nodes/single-control-plane.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { node, serverVersion } from '../../support/objects.ts';

const server = (name: string) => node(name, { labels: { 'node-role.kubernetes.io/control-plane': '' } });

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
    given: 'two nodes',
    objects: [serverVersion(), server('a'), server('b')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /etcd needs both/ }],
  },
  { given: 'no node that says it is one', objects: [serverVersion(), node('w')], expect: 'unknown' },
  {
    given: "a provider's control plane",
    objects: [serverVersion('v1.33.5-eks-3025e55'), node('w')],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [serverVersion()], expect: 'not-applicable' },
]);
