import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/token-auth-file',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'No file with static tokens is in use',
      broken: 'The API server accepts tokens from a static file',
    },
    rationale:
      'Tokens in the file stand there in plain text, never expire, and are only dropped by editing the file and restarting every API server. Whoever reads the file or a backup of it is that user for good.',
    remediation: {
      kubeadm:
        'Give the users of these tokens client certificates, an OIDC login or ServiceAccount tokens; then remove --token-auth-file from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node and delete the file.',
      k3s: 'Remove token-auth-file from kube-apiserver-arg and restart the server.',
      mayBreak:
        'Every client that still logs in with such a token is locked out: look for their user names in the audit log first.',
    },
    references: [
      {
        title: 'Static token file',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.2' },
      { benchmark: 'Prowler', number: 'apiserver_no_token_auth_file' },
      { benchmark: 'Kubescape', number: 'C-0114' },
      { benchmark: 'Trivy', number: 'KCV-0002' },
      { benchmark: 'DISA STIG', number: 'V-245543' },
      { benchmark: 'NSA/CISA', number: 'Authentication' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'token-auth-file',
  expected: 'not set',
  passes: (value) => !isGiven(value),
  broken: (value) => `tokens are read from ${value}`,
});
