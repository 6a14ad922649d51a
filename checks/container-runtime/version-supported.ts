import { expecting, together } from '../../src/judge/evidence.ts';
import { judgeRuntimes, type NodeRuntime, runtimeVendor } from '../../src/judge/releases/node-runtimes.ts';
import { patchesUntil } from '../../src/judge/releases/release-judgement.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { outdated, tooOld } from '../../src/model/facts-age.ts';
import type { Evidence, Finding, Uncertainty } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'container-runtime/version-supported',
    component: 'container-runtime',
    severity: 'high',
    population: true,
    title: {
      holds: 'The container runtimes of all nodes still get patches',
      broken: 'Nodes run a container runtime that no longer gets patches',
    },
    rationale:
      'The container runtime is what keeps a container apart from its node. A release line whose support has ended stays open to every hole that is found from then on, and the next one may be a way out of the container. The low-level runtime beneath it (runc, crun) is not visible in the API and not judged here.',
    remediation: {
      kubeadm:
        'Node by node: `kubectl drain NODE --ignore-daemonsets`, upgrade the package (containerd.io, containerd or cri-o) to a supported line, `systemctl restart containerd kubelet`, `kubectl uncordon NODE`.',
      k3s: 'containerd comes with k3s and RKE2: upgrade those.',
      managed: 'Upgrade the node pool to a newer node image.',
      mayBreak:
        'containerd 2 drops old configuration keys and image formats: check config.toml with `containerd config migrate` first, and that registry mirrors stand under certs.d.',
    },
    references: [
      { title: 'containerd: releases and support', url: 'https://containerd.io/releases/' },
      {
        title: 'Kubernetes: container runtimes',
        url: 'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'Kubescape', number: 'C-0087' },
    ],
    since: '0.1.0',
  },
  needs: ['nodes'],
  evaluate: ({ nodes }, context) => judgeRuntimes(nodes, (runtime) => judge(runtime, context)),
});

function judge(runtime: NodeRuntime, { facts, now }: Context): Finding {
  const { subject, product, name, version } = runtime;
  const seen = expecting(runtime.evidence, 'a release line that still gets patches');
  if (product === undefined)
    return unknown(runtime, seen, 'outside-known-versions', `releases of ${name} are not described`);
  const line = facts.release(product, version);
  if (!line.known) return unknown(runtime, seen, 'outside-known-versions', line.why);
  const { endOfSupport, newest, asOf, line: lineName } = line.value;
  const fact = `end of support of ${product} ${lineName}`;
  const evidence = together(seen, [
    { from: 'fact', fact, value: endOfSupport ?? 'not announced', source: line.source },
  ]);
  if (endOfSupport === undefined && newest && now !== undefined) {
    if (tooOld(asOf, now)) return unknown(runtime, evidence, 'outside-known-versions', outdated(asOf));
    return { verdict: 'pass', subject, evidence, message: `the newest line known on ${asOf}` };
  }
  if (endOfSupport === undefined && !newest) {
    return unknown(
      runtime,
      evidence,
      'outside-known-versions',
      `no end of support is known for ${product} ${lineName}`,
    );
  }
  if (endOfSupport === undefined || now === undefined) {
    return unknown(runtime, evidence, 'not-gathered', 'the time of the scan is not known: give it with --as-of');
  }
  if (now.slice(0, 10) <= endOfSupport) {
    if (tooOld(asOf, now)) return unknown(runtime, evidence, 'outside-known-versions', outdated(asOf));
    return { verdict: 'pass', subject, evidence, message: patchesUntil(endOfSupport, now) };
  }
  const ended = `patches for ${product} ${lineName} ended on ${endOfSupport}`;
  const vendor = runtimeVendor(runtime, facts);
  if (vendor === undefined) return { verdict: 'fail', subject, evidence, message: `runs ${name} ${version}: ${ended}` };
  const shown = together(evidence, vendor.evidence);
  return unknown(runtime, shown, 'not-visible', `${ended}, but ${vendor.name} may patch it for longer`);
}

const unknown = (
  { subject }: NodeRuntime,
  evidence: readonly Evidence[],
  code: Uncertainty['code'],
  detail: string,
): Finding => ({ verdict: 'unknown', subject, evidence, because: { code, detail } });
