import { admissionCheck } from '../../src/judge/settings/admission-check.ts';

export default admissionCheck({
  meta: {
    id: 'kube-apiserver/admission-node-restriction',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'NodeRestriction limits what kubelets may change',
      broken: 'Kubelets may change objects of other nodes',
    },
    rationale:
      'NodeRestriction lets a kubelet change only its own Node and the pods on it, and keeps it from setting labels that steer workloads. Without it one stolen kubelet credential can relabel and taint other nodes and draw their pods to itself. It is off unless named.',
    remediation: {
      kubeadm:
        'Add NodeRestriction to --enable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'k3s and RKE2 enable it themselves: put NodeRestriction back into enable-admission-plugins in kube-apiserver-arg.',
      mayBreak:
        'Kubelets must log in as system:node:NAME. A kubelet can no longer set labels under node-restriction.kubernetes.io/ and most of kubernetes.io/ by --node-labels.',
    },
    references: [
      {
        title: 'NodeRestriction',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.14' },
      { benchmark: 'Prowler', number: 'apiserver_node_restriction_plugin' },
      { benchmark: 'Kubescape', number: 'C-0127' },
      { benchmark: 'Trivy', number: 'KCV-0016' },
    ],
    since: '0.1.0',
  },
  plugin: 'NodeRestriction',
  wanted: 'on',
  broken: 'NodeRestriction is off: a kubelet may change the Node objects and pods of others',
});
