import { judgeController } from '../../src/judge/settings/controllers.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-controller-manager/root-ca',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: { holds: 'Pods are given the CA of the API server', broken: 'Pods are not given the CA of the API server' },
    rationale:
      'The controller manager puts the CA into each namespace (ConfigMap kube-root-ca.crt) and from there into every pod, so that clients in pods can verify the API server. Without it they fail, or are told to skip verification and hand their token to whoever answers.',
    remediation: {
      kubeadm:
        'Set --root-ca-file=/etc/kubernetes/pki/ca.crt in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node, and remove -root-ca-certificate-publisher-controller from --controllers.',
      k3s: 'Remove root-ca-file and controllers from kube-controller-manager-arg: k3s and RKE2 set them right.',
      mayBreak:
        'With a wrong file pods no longer trust the API server: it must hold the CA that signed the serving certificate.',
    },
    references: [
      {
        title: 'Root CA in pods',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
      },
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.5' },
      { benchmark: 'Prowler', number: 'controllermanager_root_ca_file_set' },
      { benchmark: 'Kubescape', number: 'C-0148' },
      { benchmark: 'Trivy', number: 'KCV-0037' },
      { benchmark: 'DISA STIG', number: 'V-242421' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  settings: { 'root-ca-file': 'a file' },
  judge: (found, instance) => {
    const publisher = judgeController(instance, PUBLISHER);
    if (publisher.verdict !== 'pass') return publisher;
    if (isGiven(found['root-ca-file'].value)) return publisher;
    const detail = 'without --root-ca-file the CA comes from the kubeconfig on the host, which the API does not show';
    return { verdict: 'unknown', because: { code: 'set-in-file', detail } };
  },
});

/** The controller's name, and what it was called before 1.28. */
const PUBLISHER = ['root-ca-certificate-publisher-controller', 'root-ca-cert-publisher'];
