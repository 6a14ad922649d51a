import { wildcardCheck } from '../../src/judge/rbac/wildcard-check.ts';

export default wildcardCheck({
  meta: {
    id: 'rbac/wildcard-verbs',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: "Roles write out their verbs on Kubernetes' own resources",
      broken: "Roles give every verb on Kubernetes' own resources",
    },
    rationale:
      'A * among the verbs is more than reading and writing: it holds impersonate, escalate, bind, approve and every verb that is invented later. Such a role gives rights that nobody decided to give.',
    remediation: {
      any: 'Replace * by the verbs that are used, mostly get, list, watch, create, update, patch and delete: `kubectl edit clusterrole NAME`.',
      mayBreak:
        'A controller that relies on a rarer verb (deletecollection, use, bind) fails with 403: its log or the audit log names the verb.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, least privilege',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.3' },
      { benchmark: 'Prowler', number: 'rbac_minimize_wildcard_use_roles' },
      { benchmark: 'Kubescape', number: 'C-0187' },
      { benchmark: 'Trivy', number: 'KSV-0045' },
      { benchmark: 'kube-linter', number: 'wildcard-in-rules' },
      { benchmark: 'KubiScan', number: 'risky-any-verb-secrets' },
      { benchmark: 'KubiScan', number: 'risky-any-verb-pods' },
      { benchmark: 'KubiScan', number: 'risky-any-verb-clusterrolebindings' },
      { benchmark: 'krane', number: 'risky-any-verb-secrets' },
      { benchmark: 'krane', number: 'risky-any-verb-pods' },
      { benchmark: 'krane', number: 'risky-any-verb-clusterrolebindings' },
      { benchmark: 'CIS EKS', number: '4.1.3' },
      { benchmark: 'CIS GKE', number: '4.1.3' },
      { benchmark: 'CIS AKS', number: '4.1.3' },
    ],
    since: '0.1.0',
  },
  wild: ({ rule }) => rule.verbs.includes('*'),
  gives: "every verb on some of Kubernetes' own resources",
  expected: 'the verbs that are needed',
});
