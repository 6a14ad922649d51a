import { minorsNewer, parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/emulated-version',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server behaves as its own release',
      broken: 'The API server behaves as a release several minors older',
    },
    rationale:
      'An API server that emulates an older minor takes the defaults of that minor: protections that have become the default since are off, and features that were removed for good reason are back. The version that it reports looks new all the while. Emulation is meant for the days of an upgrade.',
    remediation: {
      kubeadm:
        'Remove --emulated-version (and --min-compatibility-version) from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove emulated-version from kube-apiserver-arg.',
      mayBreak:
        'APIs that the newer release no longer serves vanish: the metric apiserver_requested_deprecated_apis tells who still uses them. After that, the way back is a restore.',
    },
    references: [
      {
        title: 'Compatibility version for control plane components',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/compatibility-version/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'emulated-version': 'not set, or one minor older' },
  era: {
    from: '1.31',
    because: 'API servers before 1.31 emulate nothing',
    source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.31.md',
  },
  judge: (settings, { version }) => {
    // Other components of the binary may be named beside it: wardle=1.2,kube=1.36.
    const emulated = items(settings['emulated-version'].value)
      .map((entry) => entry.split('='))
      .flatMap((parts) => (parts.length === 1 || parts[0]?.trim() === 'kube' ? (parts.at(-1) ?? '').trim() : []))
      .at(-1);
    if (emulated === undefined) return { verdict: 'pass' };
    const [own, other] = [version?.value ?? '', `${emulated}.0`].map(parseKubernetesVersion);
    if (other === undefined) return { verdict: 'unknown', because: notUnderstood(`"${emulated}" is no minor`) };
    if (own === undefined || version === undefined) {
      const detail = `it emulates ${emulated}, and its own version is not known`;
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    const { evidence } = version;
    const message = `${own.line} behaves as ${emulated}`;
    return minorsNewer(own, other) > 1
      ? { verdict: 'fail', evidence, message }
      : { verdict: 'pass', evidence, message };
  },
});
