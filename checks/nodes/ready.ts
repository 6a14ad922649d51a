import { judgeNodes, nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding, Subject } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/ready',
    component: 'nodes',
    severity: 'low',
    tier: 'hygiene',
    population: true,
    title: { holds: 'All nodes are ready and lack nothing', broken: 'Nodes are not ready, or short of something' },
    rationale:
      'A node that is not ready, or out of memory, disk or process ids, evicts pods or starts none, agents that watch for intruders among them. It may also be the first sign of somebody who uses the node for himself.',
    remediation: {
      any: '"kubectl describe node NODE" tells the reason; on the node "journalctl -u kubelet" (k3s: "journalctl -u k3s") and "df -h" tell more.',
      mayBreak: 'Nothing, but that a drained node moves its pods.',
    },
    references: [
      {
        title: 'Kubernetes: conditions of nodes',
        url: 'https://kubernetes.io/docs/reference/node/node-status/#condition',
      },
    ],
    controls: ['701', '702', '703', '704', '705', '706', '707'].map((number) => ({ benchmark: 'Popeye', number })),
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) => judgeNodes(nodes, (node) => troublesOf(node).map(({ type }) => type), judge),
});

/** What each condition is where all is well. */
const WELL: Readonly<Record<string, string>> = {
  Ready: 'True',
  MemoryPressure: 'False',
  DiskPressure: 'False',
  PIDPressure: 'False',
  NetworkUnavailable: 'False',
};

const conditionsOf = ({ status }: Node) =>
  status.conditions.flatMap(({ type, status: value }, at) => {
    const well = Object.hasOwn(WELL, type) ? WELL[type] : undefined;
    return well === undefined ? [] : [{ type, value, well, pointer: `/status/conditions/${at}/status` }];
  });

const troublesOf = (node: Node) => conditionsOf(node).filter(({ value, well }) => value !== well);

function judge(sample: Node, subject: Subject): Finding {
  const troubles = troublesOf(sample);
  const [first, ...rest] = (troubles.length > 0 ? troubles : conditionsOf(sample)).map(({ pointer, value, well }) =>
    nodeEvidence(sample, pointer, value, well),
  );
  const isReadySaid = conditionsOf(sample).some(({ type }) => type === 'Ready');
  if (first === undefined || (troubles.length === 0 && !isReadySaid)) {
    const detail = `node ${sample.metadata.name} does not say whether it is ready`;
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-visible', detail } };
  }
  if (troubles.length === 0) return { verdict: 'pass', subject, evidence: [first, ...rest] };
  const message = troubles.map(({ type, value }) => `${type} is ${value}`).join(', ');
  return { verdict: 'fail', subject, evidence: [first, ...rest], message };
}
