import { listOf } from '../../src/derive/places.ts';
import { controlPlaneNodes } from '../../src/judge/nodes/control-plane-nodes.ts';
import { nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { automated } from '../../src/model/check.ts';
import type { Evidences, Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instances } from '../../src/model/views.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/single-control-plane',
    component: 'nodes',
    severity: 'low',
    tier: 'hygiene',
    population: false,
    title: {
      holds: 'The control plane survives the loss of a node',
      broken: 'The control plane does not survive the loss of a node',
    },
    rationale:
      'With one node of the control plane its loss, or its upgrade, stops all changes to the cluster: no pod is moved, no policy applied, nobody can look. etcd needs three members to go on without one; two are worse than one, for both must live.',
    remediation: {
      kubeadm:
        'Join two more: "kubeadm init phase upload-certs --upload-certs" on the first, then "kubeadm join ... --control-plane --certificate-key KEY" on the others, behind a load balancer that --control-plane-endpoint names.',
      k3s: 'Start servers with embedded etcd (cluster-init: true on the first) and join two more; k3s with SQLite takes one server only.',
      mayBreak:
        'A cluster that was made without a control-plane endpoint needs new certificates and kubeconfigs for one.',
    },
    references: [
      {
        title: 'Kubernetes: options for highly available topology',
        url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology/',
      },
      { title: 'etcd: failure tolerance', url: 'https://etcd.io/docs/v3.6/faq/#what-is-failure-tolerance' },
    ],
    controls: [{ benchmark: 'Popeye', number: '712' }],
    since: '0.1.0',
  },
  needs: ['nodes'],
  wants: ['managed-plane', 'settings:etcd'],
  evaluate: ({ nodes, 'managed-plane': plane, 'settings:etcd': etcd }) => {
    const { members, none } = controlPlaneNodes(nodes, plane);
    if (members.length === 0) return none;
    const shown = members
      .map((node) => nodeEvidence(node, '/metadata/name', node.metadata.name))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      .slice(0, ENOUGH) as unknown as Evidences;
    return [judge(members, shown, etcd)];
  },
});

const ENOUGH = 3;

/** k3s and RKE2 label servers with an etcd of their own. */
const holdsEtcd = ({ metadata }: Node): boolean => metadata.labels['node-role.kubernetes.io/etcd'] !== undefined;

function judge(members: readonly Node[], shown: Evidences, etcd: Gathered<Instances>): Finding {
  const subject = { kind: 'Component', name: 'control-plane' };
  const count = members.length;
  if (count >= ENOUGH) return { verdict: 'pass', subject, evidence: shown, message: `${count} nodes` };
  const sought = `${ENOUGH} nodes of the control plane`;
  const evidence: Evidences = [...shown, { from: 'absence', object: listOf('v1', 'Node'), pointer: '', sought }];
  if (count === 1) return { verdict: 'fail', subject, evidence, message: 'it is one node' };
  const stacked = etcd.state !== 'failed' && etcd.value.instances.length > 0;
  if (stacked || members.some(holdsEtcd)) {
    return { verdict: 'fail', subject, evidence, message: 'it is two nodes, and etcd needs both of them' };
  }
  // Elsewhere etcd may survive what two API servers survive.
  if (etcd.state === 'failed') return { verdict: 'unknown', subject, evidence, because: etcd.failure };
  const message = 'it is two nodes, and no etcd is seen on them: confirm that it has three members elsewhere';
  return { verdict: 'review', subject, evidence, message };
}
