import {
  type Grants,
  grantsEvidence,
  grouped,
  holder,
  nobody,
  reachesCluster,
  subjectKey,
  viaBindings,
  whereHeld,
  withNobody,
} from '../../src/judge/rbac/grants.ts';
import { allowsEverything, isOnEverything } from '../../src/judge/rbac/rule-match.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'rbac/cluster-admin-equivalent',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'No role other than cluster-admin that is bound allows everything',
      broken: 'A role that equals cluster-admin under another name is bound',
    },
    rationale:
      'A role with every verb on every resource of every API group is cluster-admin under another name; so are roles that together read, write and delete everything. Reviews that look for cluster-admin do not see it, so it is where forgotten and hidden administrators are found.',
    remediation: {
      any: 'Write out the API groups, resources and verbs that the subject uses (the audit log tells) in place of *, or bind cluster-admin openly where full control is meant.',
      mayBreak:
        'The subject gets 403 for whatever the new rules leave out, custom resources that are added later included.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, least privilege',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.3' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'Trivy', number: 'KSV-0044' },
      { benchmark: 'Trivy', number: 'KSV-0112' },
      { benchmark: 'KubiScan', number: 'risky-any-verb' },
      { benchmark: 'krane', number: 'subjects-with-open-cluster-wide-access' },
      { benchmark: 'Polaris', number: 'rolebindingClusterAdminRole' },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  evaluate: ({ rbac }) => {
    const others = rbac.grants.filter(({ role }) => !isClusterAdmin(role));
    const findings = grouped(others, ({ subject }) => subjectKey(holder(subject))).flatMap(judge);
    const sought = 'a subject with every verb on every resource, other than those of cluster-admin';
    return withNobody(findings, nobody(sought, 'only cluster-admin allows everything in the whole cluster'));
  },
});

const isClusterAdmin = ({ kind, name }: { readonly kind: string; readonly name: string }): boolean =>
  kind === 'ClusterRole' && name === 'cluster-admin';

/** With these on every resource one writes any Secret and any pod, and through them is anyone. */
const ORDINARY = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

function judge(grants: Grants): readonly Finding[] {
  const [one, ...more] = grants.filter(({ rule }) => allowsEverything(rule));
  if (one !== undefined) return [byOneRule([one, ...more])];
  const [first, ...rest] = grants.filter(({ rule, namespace }) => namespace === undefined && isOnEverything(rule));
  const verbs = [first, ...rest].flatMap((grant) => grant?.rule.verbs ?? []);
  if (first === undefined || !ORDINARY.every((verb) => verbs.includes(verb))) return [];
  const together: Grants = [first, ...rest];
  const message = `may read, write and delete everything ${whereHeld(together)}, ${viaBindings(together)}`;
  return [{ verdict: 'fail', subject: holder(first.subject), evidence: grantsEvidence(together, EXPECTED), message }];
}

const EXPECTED = 'the verbs and resources that are needed';

function byOneRule(grants: Grants): Finding {
  const [worst, ...others] = grants.filter(reachesCluster);
  const told: Grants = worst === undefined ? grants : [worst, ...others];
  return {
    verdict: worst === undefined ? 'review' : 'fail',
    subject: holder(grants[0].subject),
    evidence: grantsEvidence(told, EXPECTED),
    message: `may do everything ${whereHeld(told)}, ${viaBindings(told)}`,
  };
}
