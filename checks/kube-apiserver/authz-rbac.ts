import { authorizerCheck } from '../../src/judge/settings/authorizer-check.ts';

export default authorizerCheck({
  meta: {
    id: 'kube-apiserver/authz-rbac',
    component: 'kube-apiserver',
    severity: 'critical',
    population: false,
    title: { holds: 'RBAC is an authorizer of the API server', broken: 'RBAC is not an authorizer of the API server' },
    rationale:
      'Roles and bindings can be written whether or not anything reads them. Only with RBAC among the authorizers do they decide who may do what; without it least privilege cannot be had.',
    remediation: {
      kubeadm:
        'Set --authorization-mode=Node,RBAC in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove authorization-mode from kube-apiserver-arg: k3s and RKE2 set Node,RBAC themselves.',
      mayBreak:
        'Users that were served by another authorizer need roles and bindings first; system:masters keeps its access.',
    },
    references: [
      { title: 'Using RBAC authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.8' },
      { benchmark: 'Prowler', number: 'apiserver_auth_mode_include_rbac' },
      { benchmark: 'Kubescape', number: 'C-0120' },
      { benchmark: 'Kubescape', number: 'C-0088' },
      { benchmark: 'Trivy', number: 'KCV-0009' },
      { benchmark: 'DISA STIG', number: 'V-242382' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'CIS AKS', number: '5.5.2' },
    ],
    since: '0.1.0',
  },
  expected: 'modes with RBAC',
  passes: (modes) => modes.includes('RBAC'),
  broken: (modes) => `the authorizers are ${modes.join(', ') || 'AlwaysAllow (none is given)'}: RBAC is not among them`,
  authorizer: 'RBAC',
  inUse: 'pass',
});
