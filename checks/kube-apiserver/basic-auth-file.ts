import { bygoneCheck } from '../../src/judge/settings/bygone-check.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';

export default bygoneCheck({
  meta: {
    id: 'kube-apiserver/basic-auth-file',
    component: 'kube-apiserver',
    severity: 'critical',
    population: false,
    title: {
      holds: 'No file with static passwords is in use',
      broken: 'The API server accepts passwords from a static file',
    },
    rationale:
      'Up to 1.18 the API server can take user names and passwords from a file: they stand there in plain text, never expire, and go over the wire with each request. Whoever reads the file or a backup of it is that user for good. From 1.19 on there is no such login.',
    remediation: {
      any: 'Upgrade: a release that still has this login has been without patches for years.',
      kubeadm:
        'Until then give these users client certificates or an OIDC login, remove --basic-auth-file from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, and delete the file.',
      mayBreak: 'Every client that still logs in with such a password is locked out.',
    },
    references: [
      {
        title: 'Changes of Kubernetes 1.19',
        url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.19.md',
      },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-245542' },
      { benchmark: 'NSA/CISA', number: 'Authentication' },
    ],
    since: '0.1.0',
  },
  flags: ['basic-auth-file'],
  through: '1.18',
  removed: '1.19',
  because: 'from 1.19 on the API server takes no passwords',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.18.20/pkg/kubeapiserver/options/authentication.go',
  unset: '',
  passes: (file) => !isGiven(file),
  broken: (file) => `passwords are read from ${file}`,
});
