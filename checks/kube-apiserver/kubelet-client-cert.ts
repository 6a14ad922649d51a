import { pairCheck } from '../../src/judge/settings/setting-checks.ts';

export default pairCheck({
  meta: {
    id: 'kube-apiserver/kubelet-client-cert',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server logs in to kubelets with a client certificate',
      broken: 'The API server has no client certificate for kubelets',
    },
    rationale:
      'For logs, exec and port-forward the API server connects to kubelets. Without a client certificate it does so as nobody: either these commands fail, or the kubelets let anonymous callers run commands in pods.',
    remediation: {
      kubeadm:
        'Set --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt and --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key in /etc/kubernetes/manifests/kube-apiserver.yaml; "kubeadm init phase certs apiserver-kubelet-client" makes the pair.',
      mayBreak:
        'The kubelets must trust the CA of the certificate (their clientCAFile), or logs and exec stop working.',
    },
    references: [
      {
        title: 'Kubelet authentication and authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.4' },
      { benchmark: 'Prowler', number: 'apiserver_kubelet_tls_auth' },
      { benchmark: 'Kubescape', number: 'C-0116' },
      { benchmark: 'Trivy', number: 'KCV-0005' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  pair: ['kubelet-client-certificate', 'kubelet-client-key'],
  broken: (missing) => missing,
});
