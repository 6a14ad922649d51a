import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { addressName, bindsLoopback } from '../../src/judge/settings/serving-checks.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-scheduler/tls-cert',
    component: 'kube-scheduler',
    severity: 'low',
    population: false,
    title: {
      holds: 'The scheduler serves a certificate that it was given',
      broken: 'The scheduler serves a certificate that nobody can verify',
    },
    rationale:
      'Without a certificate the scheduler makes a new self-signed one at each start. Whoever reads its port over the network then has to skip verification, and sends a token to whoever answers.',
    remediation: {
      kubeadm:
        'Set --tls-cert-file and --tls-private-key-file in /etc/kubernetes/manifests/kube-scheduler.yaml to a pair that the cluster CA signed, and mount it; or set --bind-address=127.0.0.1.',
      k3s: 'Remove bind-address from kube-scheduler-arg: loopback is what k3s and RKE2 set.',
      mayBreak: 'A certificate that expires must be renewed by you: kubeadm does not renew this one.',
    },
    references: [
      {
        title: 'kube-scheduler flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
      },
      {
        title: 'PKI certificates and requirements',
        url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-scheduler',
  settings: { 'tls-cert-file': 'a file', 'tls-private-key-file': 'a file' },
  judge: (found, instance) => {
    if (isGiven(found['tls-cert-file'].value) && isGiven(found['tls-private-key-file'].value))
      return { verdict: 'pass' };
    const bind = instance.get('bind-address');
    if (!bind.known) return { verdict: 'unknown', because: bind.because };
    const { evidence } = bind;
    const local = bindsLoopback(bind.value);
    if (local === true) {
      return { verdict: 'not-applicable', evidence, because: 'only programs on the node itself reach its port' };
    }
    if (local !== false) return { verdict: 'unknown', because: local };
    return { verdict: 'fail', evidence, message: `serves a self-signed certificate on ${addressName(bind.value)}` };
  },
});
