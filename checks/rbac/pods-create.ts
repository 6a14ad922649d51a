import { grantCheck } from '../../src/judge/rbac/grant-check.ts';
import { createsByName } from '../../src/judge/rbac/rule-match.ts';

export default grantCheck({
  meta: {
    id: 'rbac/pods-create',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only administrators can create pods in every namespace',
      broken: 'Non-administrators can create pods across the cluster',
    },
    rationale:
      'Who creates a pod chooses its ServiceAccount, mounts any Secret of the namespace and, where no admission policy stops it, the host. Creating pods everywhere, kube-system included, therefore leads to the rights of every ServiceAccount.',
    remediation: {
      any: 'Bind the role by a RoleBinding in the namespaces that the subject works in, and enforce a Pod Security level there (label pod-security.kubernetes.io/enforce).',
      mayBreak:
        'Operators and CI systems that create pods in namespaces that you did not list fail with 403 until you add a RoleBinding for them.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, workload creation',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.4' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'Prowler', number: 'rbac_minimize_pod_creation_access' },
      { benchmark: 'Kubescape', number: 'C-0188' },
      { benchmark: 'Trivy', number: 'KSV-0048' },
      { benchmark: 'kube-linter', number: 'access-to-create-pods' },
      { benchmark: 'KubiScan', number: 'risky-create-pod' },
      { benchmark: 'rbac-police', number: 'assign_sa' },
      { benchmark: 'CIS EKS', number: '4.1.4' },
      { benchmark: 'CIS AKS', number: '4.1.4' },
    ],
    since: '0.1.0',
  },
  asks: [{ verbs: ['create'], group: '', resources: ['pods'] }],
  power: 'create pods',
  ownRoles: [
    'system:controller:daemon-set-controller',
    'system:controller:job-controller',
    'system:controller:persistent-volume-binder',
    'system:controller:replicaset-controller',
    'system:controller:replication-controller',
    'system:controller:statefulset-controller',
  ],
  limited: ({ rule }) => !createsByName(rule),
});
