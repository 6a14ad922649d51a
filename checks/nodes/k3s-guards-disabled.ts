import { judgeEmbedded } from '../../src/judge/nodes/embedded-nodes.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { policyEngine } from '../../src/judge/workloads/policy-engines.ts';
import { automated } from '../../src/model/check.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { WorkloadShape } from '../../src/model/workload-shape.ts';

export default automated({
  meta: {
    id: 'nodes/k3s-guards-disabled',
    component: 'nodes',
    severity: 'medium',
    population: true,
    title: {
      holds: 'k3s enforces NetworkPolicies, or something else does',
      broken: 'k3s was told not to enforce NetworkPolicies, and nothing else does',
    },
    rationale:
      'k3s brings a controller that enforces NetworkPolicies. With disable-network-policy they are accepted and do nothing: who wrote them believes that the database is cut off, and any pod reaches it. Without flannel (flannel-backend none) another network plugin usually does the work, as Cilium and Calico do.',
    remediation: {
      any: 'Remove disable-network-policy from config.yaml of all servers and restart them, or install a network plugin that enforces policies.',
      mayBreak: 'Policies that were never enforced begin to be: try the traffic that they forbid first.',
    },
    references: [
      {
        title: 'k3s: network policy controller',
        url: 'https://docs.k3s.io/networking/networking-services#network-policy-controller',
      },
      { title: 'k3s server: options', url: 'https://docs.k3s.io/cli/server' },
    ],
    controls: [{ benchmark: 'CIS Kubernetes 1.12', number: '5.3.1' }],
    since: '0.1.0',
  },
  needs: ['nodes'],
  wants: ['workload-shapes'],
  evaluate: ({ nodes, 'workload-shapes': shapes }) =>
    judgeEmbedded(
      nodes,
      {
        flags: {
          'disable-network-policy': 'not given, unless another agent enforces policies',
          'flannel-backend': 'none where another network plugin is installed',
          'egress-selector-mode': 'not disabled',
        },
      },
      (settings) =>
        judge(
          settings['disable-network-policy'].value,
          settings['flannel-backend'].value,
          settings['egress-selector-mode'].value,
          shapes,
        ),
    ),
});

function judge(
  disabled: string | undefined,
  backend: string | undefined,
  egress: string | undefined,
  shapes: Gathered<readonly WorkloadShape[]>,
): Judgement {
  if (disabled !== undefined && disabled !== 'true' && disabled !== 'false')
    return {
      verdict: 'unknown',
      because: notUnderstood(`disable-network-policy "${disabled}" is neither true nor false`),
    };
  if (disabled === 'true') {
    const engine = shapes.state === 'failed' ? undefined : policyEngine(shapes.value);
    if (engine !== undefined)
      return { verdict: 'pass', evidence: [engine], message: 'another agent enforces policies' };
    if (shapes.state === 'failed') return { verdict: 'unknown', because: shapes.failure };
    if (shapes.state === 'partial')
      return { verdict: 'unknown', because: { code: 'incomplete', detail: 'not all workloads were read' } };
    if (backend === 'none') {
      const detail = 'another network plugin must be installed, and it is not known whether it enforces policies';
      return { verdict: 'unknown', because: { code: 'not-understood', detail } };
    }
    return { verdict: 'fail', message: 'NetworkPolicies are accepted and not enforced' };
  }
  if (egress === 'disabled') {
    const message =
      'policies are enforced; the API server reaches kubelets directly rather than by their tunnels: confirm that their ports are closed to others';
    return { verdict: 'review', message };
  }
  return { verdict: 'pass' };
}
