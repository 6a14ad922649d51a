import { checkSet } from '../../src/engine/fingerprint.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import { checkResult, componentResults } from '../../src/engine/report.ts';
import { judge } from '../../src/engine/run.ts';
import { SCORE_MODEL, scoreOutcomes } from '../../src/engine/score.ts';
import { facts } from '../../src/facts/index.ts';
import { manual } from '../../src/model/check.ts';
import type { Evidences, Finding, Uncertainty } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { finding, meta, node, outcomeOf } from './outcomes.ts';

const pod = { apiVersion: 'v1', kind: 'Pod', namespace: 'kube-system', name: 'kube-apiserver-node-1' } as const;

/** Evidence of each kind. */
export const allEvidence: Evidences = [
  {
    from: 'object',
    object: pod,
    pointer: '/spec/containers/0/command/7',
    observed: '--profiling=true',
    expected: 'false',
    source: 'argv',
  },
  { from: 'absence', object: pod, pointer: '/spec/containers/0/command', sought: '--audit-log-path' },
  { from: 'absence', object: { apiVersion: 'v1', kind: 'Pod', name: '' }, pointer: '', sought: 'etcd' },
  { from: 'endpoint', path: '/flagz', pointer: '/flags/profiling', observed: [], source: 'flagz' },
  { from: 'host-file', node: 'node-1', path: '/etc/a.yaml', pointer: '/a', observed: null, source: 'host-file' },
  { from: 'fact', fact: 'default of --profiling', value: true, source: 'https://kubernetes.io/docs/' },
];

const apiServer = { kind: 'Pod', namespace: 'kube-system', name: 'kube-apiserver-node-1' } as const;
const broken = (name: string): Finding => ({
  verdict: 'fail',
  subject: { ...apiServer, name },
  evidence: allEvidence,
  message: 'profiling is on',
});
const unread = (code: Uncertainty['code'], detail: string): Finding => ({
  verdict: 'unknown',
  subject: { kind: 'Source', name: code },
  evidence: [],
  because: { code, detail },
});

/** Outcomes of every status, with findings of every verdict. */
export const sampleOutcomes: readonly Outcome[] = [
  outcomeOf(
    {
      id: 'kube-apiserver/profiling',
      component: 'kube-apiserver',
      severity: 'high',
      remediation: { kubeadm: 'Set --profiling=false.', k3s: 'Remove the argument.', mayBreak: 'Profiles end.' },
    },
    [broken('kube-apiserver-node-1'), broken('kube-apiserver-node-2'), finding('pass', node('node-3', 4))],
  ),
  outcomeOf({ id: 'kubelet/anonymous-auth', severity: 'critical' }, [
    finding('pass', node('pool-a', 12)),
    unread('forbidden', 'nodes/proxy may not be read'),
  ]),
  outcomeOf({ id: 'kubelet/waived', severity: 'low' }, [finding('fail')], { waived: () => true }),
  outcomeOf({ id: 'rbac/review', component: 'rbac' }, [finding('review')]),
  outcomeOf({ id: 'rbac/pass', component: 'rbac' }, [finding('pass')]),
  outcomeOf({ id: 'network/none', component: 'network' }, [finding('not-applicable')]),
  outcomeOf({ id: 'etcd/provider', component: 'etcd' }, [finding('not-applicable')], { provider: 'EKS' }),
  {
    ...outcomeOf({ id: 'kube-proxy/crash', component: 'kube-proxy' }, [unread('crashed', 'the check crashed: oops')]),
    status: 'error',
    because: 'the check crashed: oops',
  },
  judge(
    manual({ meta: meta({ id: 'etcd/manual', component: 'etcd' }), procedure: 'Restore a backup.' }),
    () => ({ state: 'failed', failure: { code: 'not-gathered', detail: 'a manual check asks for nothing' } }),
    { now: undefined, facts },
  ),
];

/** A report of outcomes, as the engine makes it. */
export function reportOf(outcomes: readonly Outcome[] = sampleOutcomes, change: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: {
      name: 'kubevet',
      version: '0.1.0',
      checkSet: checkSet(outcomes.map(({ check }) => check)),
      scoreModel: SCORE_MODEL,
      facts: { date: '2026-11-24', sha256: 'ab', products: [], outdated: [] },
    },
    input: 'cluster',
    selection: null,
    minSeverity: null,
    cluster: {
      name: 'prod',
      context: 'prod',
      uid: '7b0c',
      server: 'https://10.0.0.1:6443',
      version: 'v1.37.2',
      distribution: 'kubeadm',
      distributionEvidence: [],
      managed: null,
      tlsVerified: true,
    },
    scan: { startedAt: '2026-11-24T10:00:00Z', finishedAt: '2026-11-24T10:00:01Z', complete: true, deadlines: [] },
    score: scoreOutcomes(outcomes, true),
    coverage: { missingPermissions: [], unreachableNodes: [], failedLists: [] },
    components: componentResults(outcomes, true),
    checks: outcomes.map((outcome) => checkResult(outcome, '7b0c')),
    ...change,
  };
}
