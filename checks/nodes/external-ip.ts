import { judgeNodes, nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { publicAddresses } from '../../src/judge/nodes/public-addresses.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding, Subject } from '../../src/model/finding.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/external-ip',
    component: 'nodes',
    severity: 'medium',
    population: true,
    title: {
      holds: 'No node has an address of the public Internet',
      broken: 'Nodes have addresses of the public Internet',
    },
    rationale:
      'On a public address the kubelet, NodePorts and every pod on the host network are one firewall rule away from the whole Internet: scanners find port 10250 within minutes and try it. A firewall or security group in front is not visible to the API, so this tells of the addresses, not of what can be reached.',
    remediation: {
      kubeadm:
        'Put nodes into a private network, let traffic in through a load balancer and out through NAT. Until then allow to nodes from outside only what must be reached.',
      k3s: 'As for kubeadm; remove node-external-ip where nothing needs it.',
      managed:
        'Use private nodes (EKS: node groups in private subnets; GKE: --enable-private-nodes; AKS: no node public IPs), with NAT for what they download.',
      mayBreak:
        'Nodes without a public address need NAT or registry mirrors to pull images; services that were reached at a node directly need a load balancer.',
    },
    references: [
      {
        title: 'Kubernetes: node addresses',
        url: 'https://kubernetes.io/docs/reference/node/node-status/#addresses',
      },
      {
        title: 'Kubernetes: ports and protocols',
        url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
      },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0229' },
      { benchmark: 'Kubescape', number: 'C-0248' },
      { benchmark: 'CIS EKS', number: '5.4.3' },
      { benchmark: 'CIS GKE', number: '5.6.5' },
      { benchmark: 'CIS GKE', number: '5.6.6' },
      { benchmark: 'CIS AKS', number: '5.4.3' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) =>
    judgeNodes(nodes, (node) => [node.status.addresses.length > 0, publicAddresses(node).length > 0], judge),
});

const SHOWN = 4;

function judge(sample: Node, subject: Subject): Finding {
  const [first, ...rest] = publicAddresses(sample).map(({ address, pointer }) =>
    nodeEvidence(sample, pointer, address, 'a private address'),
  );
  const { name } = sample.metadata;
  if (first !== undefined) {
    const [{ address, type } = { address: '', type: '' }] = publicAddresses(sample);
    const message = `node ${name} has the public address ${address} (${type}); what a firewall in front of it stops is not visible`;
    return { verdict: 'fail', subject, evidence: [first, ...rest], message };
  }
  const [own, ...more] = sample.status.addresses
    .slice(0, SHOWN)
    .map(({ address }, at) => nodeEvidence(sample, `/status/addresses/${at}/address`, address, 'a private address'));
  if (own !== undefined) return { verdict: 'pass', subject, evidence: [own, ...more] };
  const detail = `node ${name} shows no address`;
  return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-visible', detail } };
}
