import { called, nobody, objectSubject } from '../../src/judge/rbac/grants.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rbac } from '../../src/model/views.ts';

const MASTERS = 'system:masters';

export default automated({
  meta: {
    id: 'rbac/system-masters',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: "No binding names system:masters besides Kubernetes' own",
      broken: 'A binding names system:masters',
    },
    rationale:
      'Members of system:masters pass every authorization check, whatever RBAC says, and a certificate that carries the group cannot be revoked. A binding to this group is a sign that it is used for daily work, and it takes no right away when it is deleted. Who carries the group in a certificate is not visible in the API.',
    remediation: {
      any: 'Bind the role to a group of your own and give people certificates or tokens with that group; then delete the binding. Keep credentials of system:masters (super-admin.conf of kubeadm 1.29 and newer) offline.',
      mayBreak: 'Nothing: members of system:masters keep every right with and without bindings.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, least privilege',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.7' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'Kubescape', number: 'C-0246' },
      { benchmark: 'Trivy', number: 'KSV-0123' },
      { benchmark: 'CIS GKE', number: '4.1.6' },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  evaluate: ({ rbac }) => {
    const [first, ...rest] = rbac.bindings.filter((one) => !isDefault(one)).flatMap(findings);
    if (first !== undefined) return [first, ...rest];
    return [
      nobody(
        `a subject ${MASTERS} besides that of ClusterRoleBinding cluster-admin`,
        'only the default binding names it',
      ),
    ];
  },
});

type Binding = Rbac['bindings'][number];

const isDefault = ({ binding, role }: Binding): boolean =>
  binding.kind === 'ClusterRoleBinding' && binding.name === 'cluster-admin' && role.name === 'cluster-admin';

function findings({ binding, role, subjects }: Binding): readonly Finding[] {
  const at = subjects.findIndex(({ kind, name }) => kind === 'Group' && name === MASTERS);
  if (at < 0) return [];
  const evidence = {
    from: 'object',
    object: binding,
    pointer: `/subjects/${at}/name`,
    observed: MASTERS,
    expected: 'another group',
  } as const;
  return [
    {
      verdict: 'fail',
      subject: objectSubject(binding),
      evidence: [evidence],
      message: `binds ${called(role)} to ${MASTERS}`,
    },
  ];
}
