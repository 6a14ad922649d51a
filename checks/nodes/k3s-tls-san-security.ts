import { judgeEmbedded } from '../../src/judge/nodes/embedded-nodes.ts';
import { nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/k3s-tls-san-security',
    component: 'nodes',
    severity: 'low',
    population: true,
    title: {
      holds: 'k3s and RKE2 put no name that a stranger asks for into a certificate',
      broken: 'k3s or RKE2 puts any name that a stranger asks for into a certificate',
    },
    rationale:
      'Without tls-san-security the server adds each host name that a client connects by to its certificate, without any authentication. A stranger who reaches port 6443 can stuff it until clients refuse so large a certificate, and the cluster is cut off from its agents and admins (CVE-2023-32187).',
    remediation: {
      any: 'Upgrade to 1.28 or newer, and remove tls-san-security: false from config.yaml. On older releases set tls-san-security: true.',
      mayBreak:
        'Names of load balancers and external addresses must stand under tls-san and node-external-ip first: they are no longer added by themselves.',
    },
    references: [
      {
        title: 'k3s: TLS SAN stuffing (CVE-2023-32187)',
        url: 'https://github.com/k3s-io/k3s/security/advisories/GHSA-m4hf-6vgr-75r2',
      },
      { title: 'k3s server: options', url: 'https://docs.k3s.io/cli/server' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) =>
    judgeEmbedded(
      nodes,
      { flags: { 'tls-san-security': 'true' }, likeness: ({ status }) => status.nodeInfo.kubeletVersion },
      ({ 'tls-san-security': setting }, sample) => judge(setting.value, sample),
    ),
});

/** The first minor that is secure unless told otherwise. */
const SECURE_BY_DEFAULT = 28;

function judge(value: string | undefined, sample: Node): Judgement {
  if (value === 'true') return { verdict: 'pass' };
  if (value === 'false') return { verdict: 'fail', message: 'tls-san-security is switched off' };
  if (value !== undefined)
    return { verdict: 'unknown', because: notUnderstood(`"${value}" is neither true nor false`) };
  const { kubeletVersion } = sample.status.nodeInfo;
  const version = parseKubernetesVersion(kubeletVersion);
  if (version === undefined)
    return {
      verdict: 'unknown',
      because: notUnderstood(`"${kubeletVersion}" is no version, and the default depends on it`),
    };
  const evidence = [nodeEvidence(sample, '/status/nodeInfo/kubeletVersion', kubeletVersion, '1.28 or newer')] as const;
  if (version.major > 1 || version.minor >= SECURE_BY_DEFAULT)
    return { verdict: 'pass', evidence, message: 'on by default' };
  return { verdict: 'fail', evidence, message: `${kubeletVersion} has it off by default` };
}
