import { authorizerCheck } from '../../src/judge/settings/authorizer-check.ts';

export default authorizerCheck({
  meta: {
    id: 'kube-apiserver/authz-node',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: { holds: 'The Node authorizer limits what kubelets may read', broken: 'The Node authorizer is not in use' },
    rationale:
      'The Node authorizer lets a kubelet read only the Secrets, ConfigMaps and volumes of the pods on its own node. Without it kubelets need broad rights, and one stolen kubelet credential reads the Secrets of the whole cluster.',
    remediation: {
      kubeadm:
        'Set --authorization-mode=Node,RBAC in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, and remove bindings that give the group system:nodes more.',
      k3s: 'Remove authorization-mode from kube-apiserver-arg: k3s and RKE2 set Node,RBAC themselves.',
      mayBreak:
        'Kubelets must authenticate as user system:node:NAME in the group system:nodes; kubelets with another identity lose their access.',
    },
    references: [
      { title: 'Using Node authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/node/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.7' },
      { benchmark: 'Prowler', number: 'apiserver_auth_mode_include_node' },
      { benchmark: 'Kubescape', number: 'C-0119' },
      { benchmark: 'Trivy', number: 'KCV-0008' },
      { benchmark: 'DISA STIG', number: 'V-242382' },
    ],
    since: '0.1.0',
  },
  expected: 'modes with Node',
  passes: (modes) => modes.includes('Node'),
  broken: (modes) => `the authorizers are ${modes.join(', ') || 'AlwaysAllow (none is given)'}: Node is not among them`,
  authorizer: 'Node',
  inUse: 'pass',
});
