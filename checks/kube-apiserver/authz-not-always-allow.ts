import { authorizerCheck } from '../../src/judge/settings/authorizer-check.ts';

export default authorizerCheck({
  meta: {
    id: 'kube-apiserver/authz-not-always-allow',
    component: 'kube-apiserver',
    severity: 'critical',
    population: false,
    title: {
      holds: 'The API server authorizes every request',
      broken: 'The API server allows everything to everybody',
    },
    rationale:
      'With the AlwaysAllow authorizer each request that authenticates is permitted, so every pod and every user is cluster admin. It is also what applies where neither --authorization-mode nor --authorization-config is given.',
    remediation: {
      kubeadm:
        'Set --authorization-mode=Node,RBAC in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove authorization-mode from kube-apiserver-arg: k3s and RKE2 set Node,RBAC themselves.',
      mayBreak:
        'Whatever relied on unlimited rights is refused afterwards. Create the roles and bindings first; system:masters keeps its access.',
    },
    references: [
      { title: 'Authorization modes', url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.6' },
      { benchmark: 'Prowler', number: 'apiserver_auth_mode_not_always_allow' },
      { benchmark: 'Kubescape', number: 'C-0118' },
      { benchmark: 'Trivy', number: 'KCV-0007' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'CIS GKE', number: '5.8.3' },
    ],
    since: '0.1.0',
  },
  expected: 'modes without AlwaysAllow',
  passes: (modes) => modes.length > 0 && !modes.includes('AlwaysAllow'),
  broken: (modes) =>
    modes.length === 0 ? 'no authorization mode is given, so AlwaysAllow applies' : 'AlwaysAllow is an authorizer',
  authorizer: 'AlwaysAllow',
  inUse: 'fail',
});
