import { judgeEmbedded } from '../../src/judge/nodes/embedded-nodes.ts';
import { nodeEvidence } from '../../src/judge/nodes/judge-nodes.ts';
import { isPublic, publicAddresses } from '../../src/judge/nodes/public-addresses.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import type { Node } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'nodes/join-endpoint-exposure',
    component: 'nodes',
    severity: 'medium',
    population: true,
    title: {
      holds: 'k3s and RKE2 take joins on private addresses only',
      broken: 'k3s or RKE2 takes joins on a public address',
    },
    rationale:
      'The supervisor of k3s (port 6443) and RKE2 (port 9345) hands the keys of the cluster to whoever knows the token. On a public address it can be tried from everywhere, and one token that leaked in a script is enough to join a machine as a server. What a firewall in front of it stops is not visible to the API.',
    remediation: {
      any: 'Set bind-address to the private address of the server, or open ports 6443 and 9345 to the addresses of the nodes and admins alone. Rotate the token where it may have leaked: "k3s token rotate".',
      mayBreak:
        'Agents and admins that come over the public address must come over a VPN or the private network afterwards. With bind-address the server no longer listens on localhost: point kubeconfigs to that address.',
    },
    references: [
      { title: 'k3s: requirements for networking', url: 'https://docs.k3s.io/installation/requirements#networking' },
      { title: 'RKE2: requirements for networking', url: 'https://docs.rke2.io/install/requirements#networking' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }) =>
    judgeEmbedded(
      nodes,
      { flags: { 'bind-address': 'a private address' }, likeness: (node) => publicAddresses(node).length > 0 },
      ({ 'bind-address': bind }, sample) => judge(bind.value, sample),
    ),
});

const ANY = ['', '0.0.0.0', '::'];

function judge(bind: string | undefined, sample: Node): Judgement {
  if (bind !== undefined && !ANY.includes(bind)) {
    return isPublic(bind)
      ? { verdict: 'fail', message: `listens on the public address ${bind}` }
      : { verdict: 'pass', message: `listens on ${bind} only` };
  }
  const [exposed] = publicAddresses(sample);
  if (exposed !== undefined) {
    return {
      verdict: 'fail',
      evidence: [nodeEvidence(sample, exposed.pointer, exposed.address, 'a private address')],
      message: `listens on all addresses, ${exposed.address} among them; what a firewall in front stops is not visible`,
    };
  }
  const at = sample.status.addresses.findIndex(({ type }) => type === 'InternalIP');
  const own = sample.status.addresses[at];
  if (own === undefined) {
    const detail = `node ${sample.metadata.name} shows no address`;
    return { verdict: 'unknown', because: { code: 'not-visible', detail } };
  }
  return { verdict: 'pass', evidence: [nodeEvidence(sample, `/status/addresses/${at}/address`, own.address)] };
}
