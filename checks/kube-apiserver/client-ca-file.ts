import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/client-ca-file',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server verifies client certificates with a CA',
      broken: 'The API server has no CA for client certificates',
    },
    rationale:
      'Kubelets, the controller-manager, the scheduler and administrators log in with certificates. Without a CA for them the API server accepts none, and they are left with weaker credentials such as long-lived tokens.',
    remediation: {
      kubeadm:
        'Set --client-ca-file=/etc/kubernetes/pki/ca.crt in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak: 'Every certificate of this CA becomes a login: use a CA that signs for this cluster only.',
    },
    references: [
      {
        title: 'X.509 client certificates',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#x509-client-certificates',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.25' },
      { benchmark: 'Prowler', number: 'apiserver_client_ca_file_set' },
      { benchmark: 'Kubescape', number: 'C-0139' },
      { benchmark: 'Trivy', number: 'KCV-0028' },
      { benchmark: 'DISA STIG', number: 'V-242419' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'client-ca-file',
  expected: 'a file',
  passes: (value) => isGiven(value),
  broken: () => 'no CA is given, so no client certificate is accepted',
});
