import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/rotate-certificates',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets renew their client certificate',
      broken: 'Kubelets do not renew their client certificate',
    },
    rationale:
      'The client certificate is what a node logs in with. A kubelet that does not renew it needs one that lives for years, which is as long as a stolen copy works, or drops out on the day it expires. It is off unless set; kubeadm sets it.',
    remediation: {
      kubeadm:
        'Set rotateCertificates: true in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, let /etc/kubernetes/kubelet.conf point at /var/lib/kubelet/pki/kubelet-client-current.pem, and restart the kubelet.',
      managed: 'Set it in the kubelet configuration of the node pool, or move the nodes to a current image.',
      mayBreak:
        'The controller-manager must sign the requests (--cluster-signing-cert-file and -key-file) and its approver be on, or the certificate runs out all the same.',
    },
    references: [
      {
        title: 'Certificate rotation for the kubelet',
        url: 'https://kubernetes.io/docs/tasks/tls/certificate-rotation/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.10' },
      { benchmark: 'Prowler', number: 'kubelet_rotate_certificates' },
      { benchmark: 'Kubescape', number: 'C-0182' },
      { benchmark: 'Trivy', number: 'KCV-0090' },
      { benchmark: 'CIS EKS', number: '3.2.8' },
      { benchmark: 'CIS AKS', number: '3.2.8' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { rotateCertificates: 'true' },
  judge: ({ rotateCertificates }, { version }) => {
    if (rotateCertificates.value === true) return { verdict: 'pass' };
    if (version !== undefined && /\+(k3s|rke2r)\d/.test(version.value)) {
      const because = 'k3s and RKE2 renew the certificates of their kubelets themselves, when they start';
      return { verdict: 'not-applicable', evidence: version.evidence, because };
    }
    if (version?.value.includes('-eks-')) {
      const detail = 'nodes of EKS may log in with a token of AWS rather than with a certificate';
      return { verdict: 'unknown', evidence: version.evidence, because: { code: 'not-visible', detail } };
    }
    return { verdict: 'fail', message: 'the client certificate is not renewed' };
  },
});
