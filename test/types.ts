// What the contract of checks must refuse. `tsc` fails where one of these lines compiles; nothing here runs.
import { automated, type CheckMeta, manual } from '../src/model/check.ts';
import type { Evaluation, Finding } from '../src/model/finding.ts';
import type { CheckResult } from '../src/model/report.ts';

declare const meta: CheckMeta<'kubelet/types'>;
declare const finding: Finding;
const subject = { kind: 'Node', name: 'node-1' };
const evidence = [
  { from: 'absence', object: { apiVersion: 'v1', kind: 'Node', name: 'node-1' }, pointer: '', sought: 'x' },
] as const;

// A check that is as it should be.
automated({
  meta,
  needs: ['nodes', 'settings:kubelet'],
  wants: ['secrets'],
  evaluate: ({ nodes, secrets }) =>
    nodes.length > 0 && secrets.state === 'whole'
      ? [{ verdict: 'pass', subject, evidence }]
      : { unseen: { code: 'not-visible', detail: 'no node was seen' } },
});

// A resource that is not declared.
automated({
  meta,
  needs: ['nodes'],
  evaluate: (cluster) => {
    // @ts-expect-error secrets are not among the needs
    void cluster.secrets;
    return [finding];
  },
});

// A resource that does not exist.
automated({
  meta,
  // @ts-expect-error there is no such source
  needs: ['node'],
  evaluate: () => [finding],
});

// A field that is not gathered.
automated({
  meta,
  needs: ['nodes', 'secrets', 'control-plane-pods'],
  evaluate: ({ nodes, secrets, 'control-plane-pods': pods }) => {
    // @ts-expect-error the images of a node are not gathered
    void nodes[0]?.status.images;
    // @ts-expect-error there is no such field
    void pods[0]?.spec.containers[0]?.securityContext?.noNewPrivileges;
    // @ts-expect-error a pointer of Go may be absent
    void pods[0]?.spec.containers[0]?.securityContext.privileged;
    // @ts-expect-error the data of Secrets is never gathered
    void secrets[0]?.data;
    return [finding];
  },
});

// What is only wanted may have failed.
automated({
  meta,
  needs: [],
  wants: ['nodes'],
  // @ts-expect-error it must be looked at as gathered first
  evaluate: ({ nodes }) => [nodes.length > 0 ? finding : finding],
});

// What is gathered is not changed.
automated({
  meta,
  needs: ['nodes'],
  evaluate: ({ nodes }) => {
    // @ts-expect-error lists are read-only
    nodes.sort();
    return [finding];
  },
});

// @ts-expect-error an answer has at least one finding
export const empty: Evaluation = [];
// @ts-expect-error proven absence needs evidence
export const unproven: Evaluation = { absent: [], because: 'there is none' };
// @ts-expect-error a pass needs evidence
export const passes: Finding = { verdict: 'pass', subject, evidence: [] };
// @ts-expect-error a failure needs evidence
export const failsWithout: Finding = { verdict: 'fail', subject, evidence: [], message: 'open' };
// @ts-expect-error a failure says what is wrong
export const failsSilently: Finding = { verdict: 'fail', subject, evidence };
// @ts-expect-error an unknown says why
export const unknown: Finding = { verdict: 'unknown', subject, evidence: [] };
// @ts-expect-error there is no such verdict
export const warns: Finding = { verdict: 'warn', subject, evidence, message: 'careful' };
// @ts-expect-error a reference is https
export const reference: CheckMeta['references'] = [{ title: 'Kubernetes', url: 'http://kubernetes.io/' }];
// @ts-expect-error at least one reference is needed
export const references: CheckMeta['references'] = [];
// @ts-expect-error there is no such component
export const component: CheckMeta['component'] = 'kube-dns';
// @ts-expect-error there is no such severity
export const severity: CheckMeta['severity'] = 'info';
// @ts-expect-error a status is one of the known ones
export const status: CheckResult['status'] = 'warn';
// @ts-expect-error a manual check says what to do
manual({ meta });
// @ts-expect-error an evaluation is not a promise
automated({ meta, needs: [], evaluate: async () => [finding] });
