import { called, grouped, holder, inOrder, nobody, subjectKey, withNobody } from '../../src/judge/rbac/grants.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding, ObjectRef, Subject } from '../../src/model/finding.ts';
import type { Rbac } from '../../src/model/views.ts';

/** Groups that hold cluster-admin by default; the second is kubeadm's for administrators, since 1.29. */
const BREAK_GLASS = ['system:masters', 'kubeadm:cluster-admins'];

interface Holding {
  readonly who: Subject;
  readonly binding: ObjectRef;
  readonly pointer: string;
  /** The subject as the binding names it. */
  readonly name: string;
}

export default automated({
  meta: {
    id: 'rbac/cluster-admin-bindings',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'cluster-admin is bound to the groups of administrators only',
      broken: 'cluster-admin is bound to others than the groups of administrators',
    },
    rationale:
      'cluster-admin may do everything, to every object, and nothing that is added later is out of its reach. Each user or ServiceAccount that holds it is one more credential whose loss is the loss of the cluster. A RoleBinding to it gives everything in its namespace, Secrets and rights included.',
    remediation: {
      any: 'Find out what the subject does (its owner, the audit log), bind a role with just these rights, then delete this binding: `kubectl delete clusterrolebinding NAME`, or `kubectl delete rolebinding NAME -n NAMESPACE`.',
      mayBreak:
        'Operators and delivery tools that were installed with cluster-admin get 403 for whatever the new role leaves out. Keep one way in that works (the kubeadm admin.conf) before you delete the binding that you use yourself.',
    },
    references: [
      {
        title: 'Kubernetes: user-facing roles',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
      },
      {
        title: 'Kubernetes: RBAC good practices, least privilege',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.1' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'Prowler', number: 'rbac_cluster_admin_usage' },
      { benchmark: 'Kubescape', number: 'C-0185' },
      { benchmark: 'Kubescape', number: 'C-0035' },
      { benchmark: 'Trivy', number: 'KSV-0111' },
      { benchmark: 'kube-linter', number: 'cluster-admin-role-binding' },
      { benchmark: 'Polaris', number: 'clusterrolebindingClusterAdmin' },
      { benchmark: 'Polaris', number: 'rolebindingClusterAdminClusterRole' },
      { benchmark: 'rbac-police', number: 'cluster_admin' },
      { benchmark: 'krane', number: 'subjects-with-open-cluster-wide-access' },
      { benchmark: 'CIS EKS', number: '4.1.1' },
      { benchmark: 'CIS GKE', number: '4.1.1' },
      { benchmark: 'CIS AKS', number: '4.1.1' },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  evaluate: ({ rbac }) => {
    const holders = grouped(holdings(rbac), ({ who }) => subjectKey(who));
    const pass = nobody(
      'a subject of cluster-admin other than system:masters and kubeadm:cluster-admins',
      'only the groups that Kubernetes and kubeadm make for administrators hold cluster-admin',
    );
    return withNobody(holders.map(judge), pass);
  },
});

const holdings = ({ bindings }: Rbac): readonly Holding[] =>
  bindings
    .filter(({ role }) => role.kind === 'ClusterRole' && role.name === 'cluster-admin')
    .flatMap(({ binding, subjects }) =>
      subjects.map((subject, at) => ({
        who: holder(subject),
        binding,
        pointer: `/subjects/${at}/name`,
        name: subject.name,
      })),
    )
    .filter(({ who }) => !(who.kind === 'Group' && BREAK_GLASS.includes(who.name)));

function judge(held: readonly [Holding, ...Holding[]]): Finding {
  const [first, ...rest] = held.filter(({ binding }) => binding.kind === 'ClusterRoleBinding');
  const [worst, ...others] = inOrder(first === undefined ? held : [first, ...rest], order);
  const { who, binding, pointer, name } = worst;
  const where =
    binding.kind === 'ClusterRoleBinding' ? 'everything' : `everything in namespace ${binding.namespace ?? ''}`;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return {
    verdict: 'fail',
    subject: who,
    message: `may do ${where}, by ${called(binding)}${more}`,
    evidence: [
      { from: 'object', object: binding, pointer, observed: name, expected: 'an administrator of the cluster' },
      {
        from: 'object',
        object: binding,
        pointer: '/roleRef/name',
        observed: 'cluster-admin',
        expected: 'a role with fewer rights',
      },
    ],
  };
}

const order = ({ binding, pointer }: Holding): string => `${called(binding)} ${pointer}`;
