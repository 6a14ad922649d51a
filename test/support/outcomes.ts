import { type Outcome, sumUp } from '../../src/engine/outcome.ts';
import type { Waiver } from '../../src/engine/waivers.ts';
import { type AutomatedCheck, automated, type CheckMeta } from '../../src/model/check.ts';
import type { Evidence, Finding, Subject, Verdict } from '../../src/model/finding.ts';

export const evidence: Evidence = {
  from: 'object',
  object: { apiVersion: 'v1', kind: 'Node', name: 'node-1' },
  pointer: '/spec/unschedulable',
  observed: true,
};

export const node = (name: string, members?: number): Subject => ({
  kind: 'Node',
  name,
  ...(members === undefined ? {} : { members: { count: members, samples: [] } }),
});

/** A finding with some evidence. */
export function finding(verdict: Verdict, subject: Subject = node('node-1')): Finding {
  if (verdict === 'unknown') {
    return { verdict, subject, evidence: [], because: { code: 'forbidden', detail: 'may not be read' } };
  }
  if (verdict === 'not-applicable') return { verdict, subject, evidence: [evidence], because: 'it does not apply' };
  return { verdict, subject, evidence: [evidence], message: `the node does ${verdict}` };
}

/** The description of a check in which only what a test is about is said. */
export const meta = (part: Partial<CheckMeta> = {}): CheckMeta => ({
  id: 'kubelet/test',
  component: 'kubelet',
  severity: 'medium',
  population: true,
  title: { holds: 'It holds', broken: 'It is broken' },
  rationale: 'It matters.',
  remediation: { any: 'Mend it.' },
  references: [{ title: 'Kubernetes', url: 'https://kubernetes.io/docs/' }],
  since: '0.1.0',
  ...part,
});

/** A check that always answers the same. */
export const checkOf = (part: Partial<CheckMeta>, findings: readonly Finding[] = [finding('pass')]): AutomatedCheck =>
  automated({ meta: meta(part), needs: [], evaluate: () => findings as [Finding, ...Finding[]] }) as AutomatedCheck;

/** What the engine makes of some findings of a check. */
export function outcomeOf(
  part: Partial<CheckMeta>,
  findings: readonly Finding[],
  more: { readonly provider?: string; readonly waived?: (finding: Finding) => boolean } = {},
): Outcome {
  const waiver: Waiver = { check: 'x', subject: {}, reason: 'known', owner: null, expires: null };
  const judged = findings.map((one) => ({ finding: one, waiver: more.waived?.(one) === true ? waiver : null }));
  return sumUp(checkOf(part, findings), { findings: judged, because: null, provider: more.provider ?? null });
}
