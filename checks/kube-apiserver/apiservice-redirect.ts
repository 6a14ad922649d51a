import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/apiservice-redirect',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Redirects of aggregated APIs are not handed to clients',
      broken: 'Redirects of aggregated APIs are handed to clients',
    },
    rationale:
      'A server of an aggregated API that answers with a redirect can send clients elsewhere (CVE-2022-3172): they follow it with their credentials, so that whoever controls one such server collects the tokens of administrators.',
    remediation: {
      kubeadm:
        'Remove --aggregator-reject-forwarding-redirect=false from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove aggregator-reject-forwarding-redirect from kube-apiserver-arg.',
      mayBreak: 'Aggregated servers that rely on redirects answer with an error; none of the common ones does.',
    },
    references: [
      { title: 'CVE-2022-3172', url: 'https://github.com/kubernetes/kubernetes/issues/112513' },
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    controls: [{ benchmark: 'Kubescape', number: 'C-0089' }],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'aggregator-reject-forwarding-redirect': 'true' },
  judge: (settings) =>
    settings['aggregator-reject-forwarding-redirect'].value === false
      ? { verdict: 'fail', message: 'redirects of aggregated APIs reach clients' }
      : { verdict: 'pass' },
});
