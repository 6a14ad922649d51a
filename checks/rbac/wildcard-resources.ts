import { wildcardCheck } from '../../src/judge/rbac/wildcard-check.ts';

const VERBS = ['*', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'impersonate'];

export default wildcardCheck({
  meta: {
    id: 'rbac/wildcard-resources',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Roles write out their resources in the API groups of Kubernetes',
      broken: 'Roles give rights on every resource of an API group of Kubernetes',
    },
    rationale:
      'A * among the resources covers Secrets, subresources such as pods/exec and nodes/proxy, and whatever a later version adds. To read everything is then to read every credential in the cluster.',
    remediation: {
      any: 'Replace * by the resources that are used: `kubectl api-resources --api-group=GROUP` lists them. For reading, bind the built-in ClusterRole view, which leaves Secrets out.',
      mayBreak:
        'Tools that walk all resources (backups, inventory, dashboards) skip or report as forbidden what you leave out.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, least privilege',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.3' },
      { benchmark: 'Kubescape', number: 'C-0187' },
      { benchmark: 'Trivy', number: 'KSV-0046' },
      { benchmark: 'KubiScan', number: 'risky-any-resource-get' },
      { benchmark: 'KubiScan', number: 'risky-any-resource-list' },
      { benchmark: 'KubiScan', number: 'risky-any-resource-create' },
      { benchmark: 'KubiScan', number: 'risky-any-resource-delete' },
      { benchmark: 'krane', number: 'risky-any-resource-get' },
      { benchmark: 'krane', number: 'risky-any-resource-list' },
      { benchmark: 'krane', number: 'risky-any-resource-create' },
      { benchmark: 'krane', number: 'risky-any-resource-delete' },
    ],
    since: '0.1.0',
  },
  wild: ({ rule }) => rule.resources.includes('*') && rule.verbs.some((verb) => VERBS.includes(verb)),
  gives: 'rights on every resource of an API group of Kubernetes',
  expected: 'the resources that are needed',
});
