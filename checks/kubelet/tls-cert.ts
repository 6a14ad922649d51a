import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { isOwnCertificate } from '../../src/judge/settings/kubelet-serving.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/tls-cert',
    component: 'kubelet',
    severity: 'high',
    population: true,
    title: {
      holds: 'Kubelets serve a certificate that was given to them',
      broken: 'Kubelets serve a certificate of their own making',
    },
    rationale:
      'A kubelet that is given no certificate makes one that nobody can verify. Whoever gets between the API server and the node answers in its place, and reads what goes through exec, logs and port-forward. kubeadm leaves it so.',
    remediation: {
      kubeadm:
        'Set serverTLSBootstrap: true in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet. Approve the requests ("kubectl get csr", signer kubernetes.io/kubelet-serving) by hand or with an approver.',
      k3s: 'k3s and RKE2 give their kubelets certificates themselves: remove tls-cert-file and tls-private-key-file from kubelet-arg.',
      managed: 'Set serverTLSBootstrap in the kubelet configuration of the node pool where the provider offers that.',
      mayBreak:
        'Until its request is approved a kubelet has no serving certificate, and logs, exec and metrics of its node fail. Nothing in Kubernetes approves these requests: check that name and addresses belong to the node.',
    },
    references: [
      {
        title: 'Enabling signed kubelet serving certificates',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.9' },
      { benchmark: 'Prowler', number: 'kubelet_tls_cert_and_key' },
      { benchmark: 'Kubescape', number: 'C-0181' },
      { benchmark: 'Trivy', number: 'KCV-0088' },
      { benchmark: 'Trivy', number: 'KCV-0089' },
      { benchmark: 'DISA STIG', number: 'V-242424' },
      { benchmark: 'DISA STIG', number: 'V-242425' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: {
    serverTLSBootstrap: 'true, or files',
    tlsCertFile: 'a file that the kubelet did not make',
    tlsPrivateKeyFile: 'a file',
    featureGates: 'RotateKubeletServerCertificate not false',
  },
  judge: (found): Judgement => {
    const gate = gateGiven(items(found.featureGates.value), 'RotateKubeletServerCertificate', 'AllBeta');
    if (found.serverTLSBootstrap.value === true && gate !== false) {
      return { verdict: 'pass', message: 'it serves what the cluster signs for it, and nothing before that' };
    }
    const file = String(found.tlsCertFile.value);
    const own = isOwnCertificate(file);
    if (own === true) return { verdict: 'fail', message: 'the kubelet signs its serving certificate itself' };
    if (found.tlsPrivateKeyFile.value === '')
      return { verdict: 'fail', message: 'a certificate without a key is no use' };
    if (own === false) return { verdict: 'pass', message: `it serves ${file}; who signed it is not visible` };
    const detail = `${file} is named like the certificate that a kubelet makes itself, and may be one`;
    return { verdict: 'unknown', because: { code: 'not-visible', detail } };
  },
});
