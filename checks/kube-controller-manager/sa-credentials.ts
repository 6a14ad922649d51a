import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-controller-manager/sa-credentials',
    component: 'kube-controller-manager',
    severity: 'high',
    population: false,
    title: { holds: 'Each controller has a ServiceAccount of its own', broken: 'All controllers share one credential' },
    rationale:
      'With --use-service-account-credentials each controller acts as a ServiceAccount that holds only the rights that it needs. Without it all act with the credential of the controller manager, which then must hold the rights of all, and the audit log cannot tell them apart.',
    remediation: {
      kubeadm:
        'Set --use-service-account-credentials=true in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node (kubeadm does so by itself).',
      k3s: 'Remove use-service-account-credentials from kube-controller-manager-arg: true is what k3s and RKE2 set.',
      mayBreak: 'The roles system:controller:* must exist: Kubernetes makes them where RBAC is on.',
    },
    references: [
      {
        title: 'Controller roles',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#controller-roles',
      },
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.3' },
      { benchmark: 'Prowler', number: 'controllermanager_service_account_credentials' },
      { benchmark: 'Kubescape', number: 'C-0146' },
      { benchmark: 'Trivy', number: 'KCV-0035' },
      { benchmark: 'DISA STIG', number: 'V-242381' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  setting: 'use-service-account-credentials',
  expected: 'true',
  passes: (value) => value === true,
  broken: () => 'all controllers act with one credential',
});
