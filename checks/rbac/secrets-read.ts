import { grantCheck } from '../../src/judge/rbac/grant-check.ts';

export default grantCheck({
  meta: {
    id: 'rbac/secrets-read',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only administrators can read the Secrets of the whole cluster',
      broken: 'Non-administrators can read Secrets across the cluster',
    },
    rationale:
      'Secrets hold passwords, keys and ServiceAccount tokens, those of kube-system among them. Who lists or watches them sees their content, as who gets them does. One leaked identity with this right is enough to take over everything that the Secrets open.',
    remediation: {
      any: 'Grant get on the Secrets that are needed, by name, in a Role of their namespace, and bind that instead: `kubectl create role NAME --verb=get --resource=secrets --resource-name=SECRET -n NAMESPACE`. Take secrets and * out of the resources of the ClusterRole.',
      mayBreak:
        'Controllers that watch Secrets everywhere (ingress controllers, certificate managers, backup tools) stop seeing them: limit them to namespaces by their own settings first.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, listing Secrets',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.2' },
      { benchmark: 'DISA STIG', number: 'V-274884' },
      { benchmark: 'NSA/CISA', number: 'Secrets; RBAC' },
      { benchmark: 'Prowler', number: 'rbac_minimize_secret_access' },
      { benchmark: 'Kubescape', number: 'C-0186' },
      { benchmark: 'Kubescape', number: 'C-0015' },
      { benchmark: 'Trivy', number: 'KSV-0041' },
      { benchmark: 'Trivy', number: 'KSV-0113' },
      { benchmark: 'kube-linter', number: 'access-to-secrets' },
      { benchmark: 'KubiScan', number: 'risky-get-secrets' },
      { benchmark: 'KubiScan', number: 'risky-list-secrets' },
      { benchmark: 'krane', number: 'risky-get-secrets' },
      { benchmark: 'krane', number: 'risky-list-secrets' },
      { benchmark: 'rbac-police', number: 'list_secrets' },
      { benchmark: 'rbac-police', number: 'obtain_token_weak_ns' },
      { benchmark: 'CIS EKS', number: '4.1.2' },
      { benchmark: 'CIS GKE', number: '4.1.2' },
      { benchmark: 'CIS AKS', number: '4.1.2' },
    ],
    since: '0.1.0',
  },
  asks: [{ verbs: ['get', 'list', 'watch'], group: '', resources: ['secrets'] }],
  power: 'read Secrets',
  ownRoles: [
    'system:controller:bootstrap-signer',
    'system:controller:expand-controller',
    'system:controller:generic-garbage-collector',
    'system:controller:namespace-controller',
    'system:controller:persistent-volume-binder',
    'system:controller:resourcequota-controller',
    'system:controller:storage-version-migrator-controller',
    'system:controller:token-cleaner',
    'system:kube-controller-manager',
  ],
  limited: () => true,
});
