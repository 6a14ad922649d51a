import { isOwnCertificate } from '../../src/judge/settings/kubelet-serving.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const GATE = 'featureGates.RotateKubeletServerCertificate';

export default settingsCheck({
  meta: {
    id: 'kubelet/rotate-server-certificates',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets get and renew a serving certificate of the cluster',
      broken: 'Kubelets serve a certificate that the cluster did not sign',
    },
    rationale:
      'Unless told to ask the cluster for one, a kubelet signs its own serving certificate. Nobody can verify it, so the API server talks to nodes without knowing who answers. kubeadm leaves it so.',
    remediation: {
      kubeadm:
        'Set serverTLSBootstrap: true in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, restart the kubelets, and approve their requests ("kubectl get csr", signer kubernetes.io/kubelet-serving) by hand or with an approver.',
      managed: 'Set it in the kubelet configuration of the node pool where the provider offers that.',
      mayBreak:
        'Until its request is approved a kubelet has no serving certificate, and logs, exec and metrics of its node fail. Nothing in Kubernetes approves these requests: check that name and addresses belong to the node.',
    },
    references: [
      {
        title: 'Enabling signed kubelet serving certificates',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.11' },
      { benchmark: 'Kubescape', number: 'C-0183' },
      { benchmark: 'Trivy', number: 'KCV-0091' },
      { benchmark: 'CIS EKS', number: '3.2.9' },
      { benchmark: 'CIS AKS', number: '3.2.9' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { serverTLSBootstrap: 'true' },
  judge: ({ serverTLSBootstrap }, instance) => {
    const { version } = instance;
    if (serverTLSBootstrap.value === true) {
      const gate = instance.get(GATE);
      if (!gate.known || gate.value !== false) return { verdict: 'pass' };
      return { verdict: 'fail', evidence: gate.evidence, message: 'the feature gate of the rotation is switched off' };
    }
    if (version !== undefined && /\+(k3s|rke2r)\d/.test(version.value)) {
      const because = 'k3s and RKE2 give their kubelets certificates of the cluster themselves';
      return { verdict: 'not-applicable', evidence: version.evidence, because };
    }
    const file = instance.get('tlsCertFile');
    if (!file.known) return { verdict: 'unknown', because: file.because };
    const { value, evidence } = file;
    if (isOwnCertificate(String(value)) !== true) {
      const detail = `the kubelet serves ${value}; who signed it is not visible`;
      return { verdict: 'unknown', evidence, because: { code: 'not-visible', detail } };
    }
    return { verdict: 'fail', evidence, message: 'the kubelet signs its serving certificate itself' };
  },
});
