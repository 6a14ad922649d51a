import { judgeEmbedded } from '../../src/judge/nodes/embedded-nodes.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'nodes/rke2-cis-profile',
    component: 'nodes',
    severity: 'medium',
    population: true,
    title: { holds: 'RKE2 runs with its CIS profile', broken: 'RKE2 runs without its CIS profile' },
    rationale:
      'With the profile RKE2 applies the restricted Pod Security Standard by default, runs etcd as a user of its own, adds network policies to the system namespaces and refuses to start on a host whose kernel parameters are not as the kubelet wants them. Without it any namespace takes a privileged pod, and from there an attacker has the node.',
    remediation: {
      any: 'RKE2: on every node copy rke2-cis-sysctl.conf to /etc/sysctl.d and apply it, make the user etcd on servers ("useradd -r -c \'etcd user\' -s /sbin/nologin -M etcd -U"), set profile: cis in /etc/rancher/rke2/config.yaml (cis-1.23 before 1.29, cis-1.6 before 1.25), and restart, one node at a time.',
      mayBreak:
        'Without the kernel parameters and the user etcd RKE2 refuses to start. Pods that the restricted standard forbids are no longer admitted: label their namespaces first.',
    },
    references: [{ title: 'RKE2: CIS hardening guide', url: 'https://docs.rke2.io/security/hardening_guide' }],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) =>
    judgeEmbedded(nodes, { flags: { profile: 'cis' }, distribution: 'RKE2', agents: true }, ({ profile }) =>
      judge(profile.value),
    ),
});

function judge(profile: string | undefined): Judgement {
  if (profile === undefined) return { verdict: 'fail', message: 'no profile is set' };
  if (/^cis(?:-1\.\d+)?$/.test(profile)) return { verdict: 'pass' };
  if (profile === 'etcd') return { verdict: 'fail', message: 'profile etcd gives etcd its user and nothing else' };
  return { verdict: 'unknown', because: notUnderstood(`"${profile}" is no profile that is known`) };
}
