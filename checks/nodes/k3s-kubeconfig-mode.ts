import { judgeEmbedded } from '../../src/judge/nodes/embedded-nodes.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'nodes/k3s-kubeconfig-mode',
    component: 'nodes',
    severity: 'critical',
    population: true,
    title: {
      holds: 'k3s and RKE2 keep the admin kubeconfig from other users of the host',
      broken: 'k3s or RKE2 opens the admin kubeconfig to every user of the host',
    },
    rationale:
      'The kubeconfig in /etc/rancher is that of a cluster admin. Many guides start k3s with write-kubeconfig-mode 644, so that kubectl works without sudo; since then any account on that host, and any pod that mounts the directory, is admin of the cluster. kubevet sees the mode that the server was started with; what was changed by hand afterwards it does not see.',
    remediation: {
      any: 'Remove write-kubeconfig-mode from config.yaml and the unit (K3S_KUBECONFIG_MODE or RKE2_KUBECONFIG_MODE from the environment), or set it to "0600", restart the server, and look: "ls -l /etc/rancher/k3s/k3s.yaml" (RKE2: /etc/rancher/rke2/rke2.yaml). Give people kubeconfigs of their own. Where strangers had access, rotate the admin certificate: "k3s certificate rotate".',
      mayBreak: 'Scripts that call kubectl on the server as an ordinary user lose access.',
    },
    references: [
      { title: 'k3s: cluster access', url: 'https://docs.k3s.io/cluster-access' },
      { title: 'k3s server: options', url: 'https://docs.k3s.io/cli/server' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.1.13' },
      { benchmark: 'NSA/CISA', number: 'Kubeconfig files' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) =>
    judgeEmbedded(
      nodes,
      { flags: { 'write-kubeconfig-mode': '0600', 'write-kubeconfig-group': 'nobody else' } },
      ({ 'write-kubeconfig-mode': mode, 'write-kubeconfig-group': group }) => judge(mode.value, group.value),
    ),
});

const OTHERS = 0o007;
const GROUP = 0o070;
const AS_STARTED = 'a change by hand since then would not be visible';

function judge(mode: string | undefined, group: string | undefined): Judgement {
  if (mode === undefined) return { verdict: 'pass', message: `the default is 0600; ${AS_STARTED}` };
  if (!/^0*[0-7]{1,3}$/.test(mode))
    return { verdict: 'unknown', because: notUnderstood(`write-kubeconfig-mode "${mode}" is no file mode`) };
  const bits = Number.parseInt(mode, 8);
  if ((bits & OTHERS) !== 0) return { verdict: 'fail', message: `mode ${mode} opens it to every user of the host` };
  if ((bits & GROUP) !== 0 && group !== undefined)
    return { verdict: 'review', message: `mode ${mode} makes everybody in group ${group} of the host a cluster admin` };
  return { verdict: 'pass', message: `mode ${mode}; ${AS_STARTED}` };
}
