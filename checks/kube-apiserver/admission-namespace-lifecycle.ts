import { admissionCheck } from '../../src/judge/settings/admission-check.ts';

export default admissionCheck({
  meta: {
    id: 'kube-apiserver/admission-namespace-lifecycle',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: { holds: 'NamespaceLifecycle guards namespaces', broken: 'NamespaceLifecycle is switched off' },
    rationale:
      'NamespaceLifecycle keeps objects out of namespaces that are being deleted or do not exist, and protects default, kube-system and kube-public from deletion. It is on unless switched off.',
    remediation: {
      kubeadm:
        'Remove NamespaceLifecycle from --disable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove NamespaceLifecycle from disable-admission-plugins in kube-apiserver-arg.',
      mayBreak: 'Requests that create objects in missing or terminating namespaces fail again.',
    },
    references: [
      {
        title: 'NamespaceLifecycle',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#namespacelifecycle',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.13' },
      { benchmark: 'Prowler', number: 'apiserver_namespace_lifecycle_plugin' },
      { benchmark: 'Kubescape', number: 'C-0126' },
      { benchmark: 'Trivy', number: 'KCV-0015' },
    ],
    since: '0.1.0',
  },
  plugin: 'NamespaceLifecycle',
  wanted: 'on',
  broken: 'NamespaceLifecycle is off',
});
