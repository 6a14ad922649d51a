import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/encryption-provider-config',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'Encryption of stored data is configured',
      broken: 'Secrets are stored in etcd without encryption',
    },
    rationale:
      'Without an encryption configuration the API server writes Secrets to etcd as they are. Whoever gets a disk, a snapshot or a backup of etcd reads every password and token in it. This check sees that a configuration is given, not which resources and which provider it names.',
    remediation: {
      kubeadm:
        'Write an EncryptionConfiguration for secrets (first provider kms v2, secretbox or aescbc, identity last) to every control-plane node, mount it into the API server pod and set --encryption-provider-config=FILE; then rewrite what is stored ("kubectl get secrets --all-namespaces -o json | kubectl replace -f -").',
      k3s: 'Start the servers with --secrets-encryption, then run "k3s secrets-encrypt rotate-keys".',
      managed: "Turn on the provider's encryption of Secrets with a key of your own.",
      mayBreak:
        'All API servers need the same file before the first one writes with it: one that lacks the key cannot read those Secrets. A lost key is lost data: keep a copy apart from the etcd backup. With KMS the API server needs the key service to start.',
    },
    references: [
      {
        title: 'Encrypting confidential data at rest',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.27' },
      { benchmark: 'Prowler', number: 'apiserver_encryption_provider_config_set' },
      { benchmark: 'Kubescape', number: 'C-0141' },
      { benchmark: 'Kubescape', number: 'C-0066' },
      { benchmark: 'Kubescape', number: 'C-0244' },
      { benchmark: 'Trivy', number: 'KCV-0030' },
      { benchmark: 'DISA STIG', number: 'V-274882' },
      { benchmark: 'NSA/CISA', number: 'Secrets' },
      { benchmark: 'NSA/CISA', number: 'Encryption' },
      { benchmark: 'CIS EKS', number: '5.3.1' },
      { benchmark: 'CIS GKE', number: '5.3.1' },
      { benchmark: 'CIS AKS', number: '5.3.1' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'encryption-provider-config',
  expected: 'a file',
  passes: (value) => isGiven(value),
  broken: () => 'no encryption configuration is given: what is in etcd is not encrypted',
});
