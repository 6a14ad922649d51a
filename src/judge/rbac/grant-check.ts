import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import type { Finding, Uncertainty } from '../../model/finding.ts';
import type { Gathered, ServerVersion } from '../../model/resources.ts';
import type { Grant } from '../../model/views.ts';
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
} from './grants.ts';
import { type Ask, allows, allowsEverything } from './rule-match.ts';

interface Question<Id extends string> {
  readonly meta: CheckMeta<Id>;
  readonly asks: readonly [Ask, ...Ask[]];
  /** What the power is, after "may": `read Secrets`. */
  readonly power: string;
  /** Roles of Kubernetes' own that hold the power; another one that holds it was changed, and counts. */
  readonly ownRoles: readonly string[];
  /** Whether a rule that names its objects is limited enough; where not given it counts as any other. */
  readonly limited?: (grant: Grant) => boolean;
  /** Whether the grant gives the power on this server, or why that cannot be told; where not given it does. */
  readonly gives?: (grant: Grant, version: Gathered<ServerVersion>) => boolean | Uncertainty;
}

/**
 * A check that asks who holds a power. What Kubernetes itself binds and needs does not count, nor do those who may do everything: the checks on
 * cluster-admin tell of them. A power over the whole cluster, or in kube-system, fails; in another namespace it is for a person to review.
 */
export function grantCheck<const Id extends string>(question: Question<Id>): AutomatedCheck<Id, 'rbac', 'version'> {
  const { power } = question;
  return automated<Id, 'rbac', 'version'>({
    meta: question.meta,
    needs: ['rbac'],
    wants: ['version'],
    evaluate: ({ rbac, version }) => {
      const given = (grant: Grant): boolean | Uncertainty => question.gives?.(grant, version) ?? true;
      const asked = rbac.grants.filter((grant) => counts(grant, question) && given(grant) !== false);
      const findings = grouped(asked, ({ subject }) => subjectKey(holder(subject))).map((grants) =>
        judge(grants, power, given),
      );
      const sought = `a subject that may ${power}`;
      const message = `nobody but administrators and Kubernetes itself may ${power} in the whole cluster or in kube-system`;
      return withNobody(findings, nobody(sought, message));
    },
  });
}

function counts(grant: Grant, { asks, limited, ownRoles }: Question<string>): boolean {
  const { rule, namespace, builtIn, role } = grant;
  if ((builtIn && ownRoles.includes(role.name)) || allowsEverything(rule)) return false;
  if (rule.resourceNames.length > 0 && limited?.(grant) === true) return false;
  return asks.some((ask) => allows(rule, ask) && !(ask.clusterOnly === true && namespace !== undefined));
}

function judge(grants: Grants, power: string, given: (grant: Grant) => boolean | Uncertainty): Finding {
  const subject = holder(grants[0].subject);
  const far = grants.filter(reachesCluster);
  const told = nonEmpty(far.filter((grant) => given(grant) === true)) ?? nonEmpty(far) ?? grants;
  const evidence = grantsEvidence(told, `no right to ${power}`);
  const doubt = given(told[0]);
  if (far.length > 0 && typeof doubt === 'object') return { verdict: 'unknown', subject, evidence, because: doubt };
  const message = `may ${power} ${whereHeld(told)}, ${viaBindings(told)}`;
  return { verdict: far.length > 0 ? 'fail' : 'review', subject, evidence, message };
}

function nonEmpty(grants: readonly Grant[]): Grants | undefined {
  const [first, ...rest] = grants;
  return first === undefined ? undefined : [first, ...rest];
}
