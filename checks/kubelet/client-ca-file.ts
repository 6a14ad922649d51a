import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const CA = 'authentication.x509.clientCAFile';

export default settingsCheck({
  meta: {
    id: 'kubelet/client-ca-file',
    component: 'kubelet',
    severity: 'high',
    population: true,
    title: {
      holds: 'Kubelets verify client certificates with a CA',
      broken: 'Kubelets have no CA for client certificates',
    },
    rationale:
      'The API server logs in to kubelets with a client certificate. A kubelet without a CA cannot verify it, so logs and exec only work if it lets anonymous callers in.',
    remediation: {
      kubeadm:
        'Set authentication.x509.clientCAFile: /etc/kubernetes/pki/ca.crt in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'k3s and RKE2 set it themselves: remove client-ca-file from kubelet-arg.',
      managed: 'Set it in the kubelet configuration of the node pool, or move the nodes to a current image.',
      mayBreak:
        'The client certificate of the API server (--kubelet-client-certificate) must be signed by this CA, or logs and exec fail.',
    },
    references: [
      {
        title: 'Kubelet authentication and authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.3' },
      { benchmark: 'Prowler', number: 'kubelet_client_ca_file_set' },
      { benchmark: 'Kubescape', number: 'C-0174' },
      { benchmark: 'Kubescape', number: 'C-0070' },
      { benchmark: 'Trivy', number: 'KCV-0081' },
      { benchmark: 'DISA STIG', number: 'V-242420' },
      { benchmark: 'CIS EKS', number: '3.2.3' },
      { benchmark: 'CIS AKS', number: '3.2.3' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { [CA]: 'a file' },
  judge: ({ [CA]: file }): Judgement => {
    if (!isGiven(file.value)) return { verdict: 'fail', message: 'no CA is given' };
    return { verdict: 'pass', message: 'whether it is the CA of the cluster is not visible' };
  },
});
