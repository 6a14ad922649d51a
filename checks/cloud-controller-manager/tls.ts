import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { addressName, isStrongTls, onLoopback } from '../../src/judge/settings/serving-checks.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'cloud-controller-manager/tls',
    component: 'cloud-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'TLS of the cloud controller manager is modern and verifiable',
      broken: 'The cloud controller manager accepts TLS older than 1.2',
    },
    rationale:
      'TLS 1.0 and 1.1 rest on ciphers and hashes that are broken; they are not offered by default. Without a certificate the manager makes a self-signed one at each start, so that whoever reads its port over the network cannot verify it.',
    remediation: {
      any: 'Remove --tls-min-version, or set it to VersionTLS12 or VersionTLS13; set --tls-cert-file and --tls-private-key-file to a pair that clients can verify, or listen on loopback.',
      k3s: 'Remove tls-min-version from kube-cloud-controller-manager-arg on the servers.',
      mayBreak: 'Monitoring that only speaks TLS 1.0 or 1.1 can no longer connect.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:cloud-controller-manager',
  settings: { 'tls-min-version': 'VersionTLS12 or newer, or not set', 'tls-cert-file': 'a file' },
  judge: (found, instance) => {
    const minimum = found['tls-min-version'].value;
    const strong = isStrongTls(minimum);
    if (strong === false) return { verdict: 'fail', message: `the minimum is ${minimum}` };
    if (strong !== true) return { verdict: 'unknown', because: strong };
    if (isGiven(found['tls-cert-file'].value)) return { verdict: 'pass' };
    const bind = instance.get('bind-address');
    if (!bind.known) return { verdict: 'unknown', because: bind.because };
    const { evidence } = bind;
    if (onLoopback(bind.value) === true) return { verdict: 'pass', evidence };
    return { verdict: 'review', evidence, message: `serves a self-signed certificate on ${addressName(bind.value)}` };
  },
});
