import { admissionCheck } from '../../src/judge/settings/admission-check.ts';

export default admissionCheck({
  meta: {
    id: 'kube-apiserver/admission-pod-security',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The PodSecurity admission plugin is on',
      broken: 'The PodSecurity admission plugin is switched off',
    },
    rationale:
      'PodSecurity is what enforces the Pod Security Standards that namespaces ask for by label. Switched off, those labels do nothing and privileged pods are let in. It is on unless switched off; by itself it limits only namespaces that have labels.',
    remediation: {
      kubeadm:
        'Remove PodSecurity from --disable-admission-plugins (up to 1.24 also PodSecurity=false from --feature-gates) in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove PodSecurity from disable-admission-plugins in kube-apiserver-arg.',
      mayBreak:
        'Namespaces with enforce labels reject new pods that break their level: look with "kubectl label --dry-run=server" which ones would.',
    },
    references: [
      {
        title: 'PodSecurity',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#podsecurity',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-254801' },
      { benchmark: 'NSA/CISA', number: 'Pod security enforcement' },
    ],
    since: '0.1.0',
  },
  plugin: 'PodSecurity',
  wanted: 'on',
  gate: 'PodSecurity',
  broken: 'PodSecurity is off: the Pod Security labels of namespaces do nothing',
});
