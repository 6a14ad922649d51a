import { grantCheck } from '../../src/judge/rbac/grant-check.ts';

export default grantCheck({
  meta: {
    id: 'rbac/workload-write',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only administrators can write workload controllers in every namespace',
      broken: 'Non-administrators can write workload controllers anywhere',
    },
    rationale:
      'A Deployment, DaemonSet, Job or CronJob makes pods: who may write one anywhere gets what creating pods anywhere gives, under any ServiceAccount and on any node. A right to patch the DaemonSets of kube-system is a right to run code on every node.',
    remediation: {
      any: 'Bind the role by a RoleBinding in the namespaces that the subject works in. For delivery tools, give each team its own ServiceAccount with rights in the namespaces of that team.',
      mayBreak: 'Deployment tools and operators fail with 403 in the namespaces that you leave out.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, workload creation',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
      },
    ],
    controls: [
      { benchmark: 'Trivy', number: 'KSV-0048' },
      { benchmark: 'Kubescape', number: 'C-0267' },
      { benchmark: 'KubiScan', number: 'risky-create-deployments' },
      { benchmark: 'KubiScan', number: 'risky-create-daemonsets' },
      { benchmark: 'krane', number: 'risky-create-deployments' },
      { benchmark: 'krane', number: 'risky-create-daemonsets' },
      { benchmark: 'rbac-police', number: 'assign_sa' },
    ],
    since: '0.1.0',
  },
  asks: [
    {
      verbs: ['create', 'update', 'patch'],
      group: 'apps',
      resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
    },
    { verbs: ['create', 'update', 'patch'], group: 'batch', resources: ['jobs', 'cronjobs'] },
    { verbs: ['create', 'update', 'patch'], group: '', resources: ['replicationcontrollers'] },
  ],
  power: 'write workload controllers',
  ownRoles: [
    'system:controller:cronjob-controller',
    'system:controller:deployment-controller',
    'system:controller:generic-garbage-collector',
    'system:controller:job-controller',
    'system:controller:replicaset-controller',
    'system:controller:replication-controller',
    'system:controller:storage-version-migrator-controller',
  ],
  limited: ({ rule }) => !rule.resources.includes('*') && rule.verbs.every((verb) => verb === 'create'),
});
