import { admissionCheck } from '../../src/judge/settings/admission-check.ts';

export default admissionCheck({
  meta: {
    id: 'kube-apiserver/admission-service-account',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The ServiceAccount admission plugin is on',
      broken: 'The ServiceAccount admission plugin is switched off',
    },
    rationale:
      'The plugin gives every pod a ServiceAccount that exists and its short-lived token, and rejects pods that name Secrets their ServiceAccount may not mount. Without it pods run without a proper identity. It is on unless switched off.',
    remediation: {
      kubeadm:
        'Remove ServiceAccount from --disable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove ServiceAccount from disable-admission-plugins in kube-apiserver-arg.',
      mayBreak: 'New pods need the ServiceAccount that they name to exist.',
    },
    references: [
      {
        title: 'ServiceAccount',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#serviceaccount',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.12' },
      { benchmark: 'Prowler', number: 'apiserver_service_account_plugin' },
      { benchmark: 'Kubescape', number: 'C-0125' },
      { benchmark: 'Trivy', number: 'KCV-0014' },
    ],
    since: '0.1.0',
  },
  plugin: 'ServiceAccount',
  wanted: 'on',
  broken: 'ServiceAccount is off: pods get no ServiceAccount and no token of their own',
});
