import { secretTrafficCheck } from '../../src/judge/secret-encryption.ts';

export default secretTrafficCheck({
  meta: {
    id: 'kube-apiserver/encryption-live-metrics',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: { holds: 'Secrets are encrypted as they are written', broken: 'Secrets are written to etcd as plaintext' },
    rationale:
      'A flag that names an encryption configuration does not encrypt: with identity as the first provider, or without secrets among its resources, everything goes to etcd as it is, and whoever gets a disk or a backup of etcd reads every token in it. The API server counts in which form it writes.',
    remediation: {
      kubeadm:
        'In the file of --encryption-provider-config make secretbox, aescbc or kms (v2) the first provider for secrets and leave identity as the last, the same file on each control-plane node; restart kube-apiserver on each, then rewrite all Secrets with "kubectl get secrets -A -o json | kubectl replace -f -".',
      k3s: 'Start the server with --secrets-encryption, then run "k3s secrets-encrypt rotate-keys".',
      mayBreak:
        'An API server that lacks the key cannot read what another one wrote: the file comes first on all of them, with the new provider last, before it is made the first. A lost key is lost data.',
    },
    references: [
      {
        title: 'Encrypting confidential data at rest',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
      },
      { title: 'Kubernetes metrics reference', url: 'https://kubernetes.io/docs/reference/instrumentation/metrics/' },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-274882' }],
    since: '0.1.0',
  },
  direction: 'to_storage',
  judge: ({ encrypted, plain }, { since }) => {
    if (encrypted > 0 && plain === 0)
      return { verdict: 'pass', message: `all ${encrypted} writes of Secrets since ${since} were encrypted` };
    if (plain > 0 && encrypted === 0)
      return { verdict: 'fail', message: `all ${plain} writes of Secrets since ${since} were plaintext` };
    const detail =
      plain === 0
        ? `no Secret was written through a provider since ${since}`
        : `Secrets were written both encrypted (${encrypted}) and as plaintext (${plain}) since ${since}: what holds now does not show`;
    return { verdict: 'unknown', because: { code: 'not-visible', detail } };
  },
});
