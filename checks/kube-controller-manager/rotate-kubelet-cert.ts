import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-controller-manager/rotate-kubelet-cert',
    component: 'kube-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'The gate for rotating kubelet serving certificates is on',
      broken: 'The gate for rotating kubelet serving certificates is off',
    },
    rationale:
      'Kubelets that ask for a serving certificate (serverTLSBootstrap) renew it through the cluster. The feature gate RotateKubeletServerCertificate is on by default; switched off, kubelets fall back on self-signed certificates that the API server cannot verify.',
    remediation: {
      kubeadm:
        'Remove RotateKubeletServerCertificate=false (and AllBeta=false) from --feature-gates in /etc/kubernetes/manifests/kube-controller-manager.yaml.',
      k3s: 'Remove RotateKubeletServerCertificate=false from the feature-gates of kube-controller-manager-arg.',
      mayBreak: 'Nothing by itself; requests for serving certificates still need an approver.',
    },
    references: [
      {
        title: 'Kubelet serving certificates',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#certificate-rotation',
      },
      {
        title: 'Feature gates',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.6' },
      { benchmark: 'Prowler', number: 'controllermanager_rotate_kubelet_server_cert' },
      { benchmark: 'Kubescape', number: 'C-0149' },
      { benchmark: 'Trivy', number: 'KCV-0038' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  setting: 'feature-gates',
  expected: 'RotateKubeletServerCertificate not switched off',
  passes: (value) => gateGiven(items(value), 'RotateKubeletServerCertificate', 'AllBeta') !== false,
  broken: (value) => `--feature-gates says ${items(value).join(',')}`,
});
