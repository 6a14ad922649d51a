import {
  type Grants,
  grantsEvidence,
  grouped,
  holder,
  nobody,
  subjectKey,
  viaBindings,
  withNobody,
} from '../../src/judge/rbac/grants.ts';
import { allows, allowsEverything } from '../../src/judge/rbac/rule-match.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding, Subject } from '../../src/model/finding.ts';
import type { Grant } from '../../src/model/views.ts';

const asks = (subresource: string) => ({
  verbs: ['create'],
  group: 'certificates.k8s.io',
  resources: [`certificatesigningrequests/${subresource}`],
});
const NODE_CLIENT = asks('nodeclient');
const SELF_NODE_CLIENT = asks('selfnodeclient');

export default automated({
  meta: {
    id: 'service-accounts/csr-autoapprove-scope',
    component: 'service-accounts',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only joining nodes and nodes get client certificates without approval',
      broken: 'Clients other than nodes get certificates of nodes without approval',
    },
    rationale:
      'The controller-manager approves a request for the client certificate of a node where its sender may create certificatesigningrequests/nodeclient. Whoever else holds that right makes himself a node of any name and reads the Secrets of the pods that are sent to it.',
    remediation: {
      any: 'Delete the binding. kubeadm binds nodeclient to system:bootstrappers:kubeadm:default-node-token and selfnodeclient to system:nodes; nothing else needs them.',
      mayBreak:
        'Machines that join through the other identity wait for `kubectl certificate approve` until they use a bootstrap token.',
    },
    references: [
      {
        title: 'Kubernetes: TLS bootstrapping, approval',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#approval',
      },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  evaluate: ({ rbac }) => {
    const excess = rbac.grants.filter(
      (grant) =>
        grant.namespace === undefined && !allowsEverything(grant.rule) && isExcess(grant, holder(grant.subject)),
    );
    const sought = 'a subject of certificatesigningrequests/nodeclient or selfnodeclient that is no node';
    const pass = nobody(sought, 'only bootstrap tokens and nodes have their requests approved');
    return withNobody(grouped(excess, ({ subject }) => subjectKey(holder(subject))).map(judge), pass);
  },
});

function isExcess({ rule }: Grant, who: Subject): boolean {
  const isGroup = who.kind === 'Group';
  const joins = isGroup && (who.name === 'system:bootstrappers' || who.name.startsWith('system:bootstrappers:'));
  const renews = isGroup && who.name === 'system:nodes';
  return (allows(rule, NODE_CLIENT) && !joins) || (allows(rule, SELF_NODE_CLIENT) && !renews && !joins);
}

const judge = (grants: Grants): Finding => ({
  verdict: 'fail',
  subject: holder(grants[0].subject),
  evidence: grantsEvidence(grants, 'no right to certificates of nodes'),
  message: `gets client certificates of nodes approved, ${viaBindings(grants)}`,
});
