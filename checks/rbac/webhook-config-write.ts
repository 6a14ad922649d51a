import { grantCheck } from '../../src/judge/rbac/grant-check.ts';

export default grantCheck({
  meta: {
    id: 'rbac/webhook-config-write',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'Only administrators can write admission webhook configurations',
      broken: 'Non-administrators can write admission webhook configurations',
    },
    rationale:
      'An admission webhook is shown every object that it asks for, Secrets included, and a mutating one may change them: into a privileged pod, for instance. Who writes these configurations can read and alter what others create, or switch off the policies that guard the cluster.',
    remediation: {
      any: 'Grant the verbs on the one configuration that the operator owns, under resourceNames; create cannot be limited by name, so let an installer make the object and the operator only patch it.',
      mayBreak:
        'Operators that register or rotate their own webhook (certificate injectors, policy engines, service meshes) stop renewing its CA bundle if their own configuration is left out.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, control of admission webhooks',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.12' },
      { benchmark: 'Prowler', number: 'rbac_minimize_webhook_config_access' },
      { benchmark: 'Kubescape', number: 'C-0281' },
      { benchmark: 'Trivy', number: 'KSV-0114' },
      { benchmark: 'rbac-police', number: 'control_webhooks' },
      { benchmark: 'CIS EKS', number: '4.1.11' },
      { benchmark: 'CIS AKS', number: '4.1.11' },
    ],
    since: '0.1.0',
  },
  asks: [
    {
      verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
      group: 'admissionregistration.k8s.io',
      resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
      clusterOnly: true,
    },
  ],
  power: 'write admission webhook configurations',
  ownRoles: [
    'system:controller:generic-garbage-collector',
    'system:controller:namespace-controller',
    'system:controller:storage-version-migrator-controller',
  ],
  limited: () => true,
});
