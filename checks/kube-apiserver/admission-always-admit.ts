import { admissionCheck } from '../../src/judge/settings/admission-check.ts';

export default admissionCheck({
  meta: {
    id: 'kube-apiserver/admission-always-admit',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: { holds: 'The AlwaysAdmit plugin is off', broken: 'The AlwaysAdmit plugin is on' },
    rationale:
      'AlwaysAdmit is a deprecated plugin that admits everything. It no longer switches the other plugins off, so it does little by itself, but who enables it meant to do without admission control.',
    remediation: {
      kubeadm:
        'Remove AlwaysAdmit from --enable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove AlwaysAdmit from enable-admission-plugins in kube-apiserver-arg.',
      mayBreak: 'Nothing is known to depend on it.',
    },
    references: [
      {
        title: 'AlwaysAdmit',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwaysadmit',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.10' },
      { benchmark: 'Prowler', number: 'apiserver_no_always_admit_plugin' },
      { benchmark: 'Kubescape', number: 'C-0122' },
      { benchmark: 'Trivy', number: 'KCV-0011' },
    ],
    since: '0.1.0',
  },
  plugin: 'AlwaysAdmit',
  wanted: 'off',
  broken: 'AlwaysAdmit is enabled',
});
