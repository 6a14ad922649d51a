import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/kubelet-ca',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The API server verifies the certificates of kubelets',
      broken: 'The API server does not verify the certificates of kubelets',
    },
    rationale:
      'Without a CA for kubelets the API server accepts any certificate when it connects to a node for exec, logs or port-forward. Somebody on the network path can pose as the kubelet, read what is typed and answer for it. kubeadm leaves this unset, because its kubelets sign their certificates themselves.',
    remediation: {
      kubeadm:
        'First give the kubelets certificates of the cluster CA: set serverTLSBootstrap: true in the kubelet-config ConfigMap and in /var/lib/kubelet/config.yaml of every node, restart the kubelets, and approve their requests ("kubectl get csr", signer kubernetes.io/kubelet-serving). Only when every node has one, add --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt to /etc/kubernetes/manifests/kube-apiserver.yaml.',
      mayBreak:
        'kubectl logs, exec, port-forward and the metrics of every node whose kubelet still serves a self-signed certificate fail at once. The requests of the kubelets must be approved again at each renewal: install an approver.',
    },
    references: [
      {
        title: 'Enabling signed kubelet serving certificates',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
      },
      {
        title: 'Communication between nodes and the control plane',
        url: 'https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.5' },
      { benchmark: 'Prowler', number: 'apiserver_kubelet_cert_auth' },
      { benchmark: 'Kubescape', number: 'C-0117' },
      { benchmark: 'Trivy', number: 'KCV-0006' },
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'kubelet-certificate-authority',
  expected: 'a file',
  passes: (value) => isGiven(value),
  broken: () => 'no CA is given, so any certificate of a kubelet is accepted',
});
