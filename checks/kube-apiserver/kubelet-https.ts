import { bygoneCheck } from '../../src/judge/settings/bygone-check.ts';

export default bygoneCheck({
  meta: {
    id: 'kube-apiserver/kubelet-https',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'The API server talks to kubelets over HTTPS',
      broken: 'The API server talks to kubelets in clear text',
    },
    rationale:
      'Up to 1.18 the API server can be told to reach kubelets over plain HTTP. What is typed in exec sessions, logs and forwarded ports can then be read and changed on the way. From 1.19 on it always uses HTTPS; whether it verifies the certificate is another question.',
    remediation: {
      any: 'Upgrade: a release that still has this choice has been without patches for years.',
      kubeadm:
        'Until then remove --kubelet-https=false from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak: 'Logs, exec and port-forward of kubelets that serve plain HTTP only fail.',
    },
    references: [
      {
        title: 'Changes of Kubernetes 1.19',
        url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.19.md',
      },
    ],
    controls: [{ benchmark: 'Trivy', number: 'KCV-0004' }],
    since: '0.1.0',
  },
  flags: ['kubelet-https'],
  through: '1.18',
  removed: '1.22',
  because: 'from 1.19 on the API server always talks to kubelets over HTTPS',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.19.16/cmd/kube-apiserver/app/options/options.go',
  unset: true,
  passes: (value) => value === true,
  broken: () => 'kubelets are reached over plain HTTP',
});
