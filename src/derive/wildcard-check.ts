import { type AutomatedCheck, automated, type CheckMeta } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Grant } from '../model/views.ts';
import type { ClusterRole } from '../shapes/generated.ts';
import {
  called,
  type Grants,
  grantsEvidence,
  grouped,
  nobody,
  objectSubject,
  reachesCluster,
  viaBindings,
  whereHeld,
  withNobody,
} from './grants.ts';
import { allowsEverything } from './rule-match.ts';

/** API groups of Kubernetes itself in which a wildcard reaches what others own. */
const SENSITIVE = [
  '',
  '*',
  'apps',
  'batch',
  'rbac.authorization.k8s.io',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'authentication.k8s.io',
  'certificates.k8s.io',
  'networking.k8s.io',
  'policy',
  'storage.k8s.io',
];

/**
 * A check that looks for roles of one's own that are bound and whose rules hold a wildcard in an API group of Kubernetes. A role that allows
 * everything is the matter of the checks on cluster-admin; one that is bound in a namespace only is for a person to review.
 */
export function wildcardCheck<const Id extends string>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly wild: (grant: Grant) => boolean;
  /** `every verb on Kubernetes' own resources` */
  readonly gives: string;
  readonly expected: string;
}): AutomatedCheck<Id, 'rbac' | 'cluster-roles', never> {
  return automated<Id, 'rbac' | 'cluster-roles'>({
    meta: spec.meta,
    needs: ['rbac', 'cluster-roles'],
    evaluate: ({ rbac, 'cluster-roles': clusterRoles }) => {
      const shipped = new Set(clusterRoles.filter(isShipped).map(({ metadata }) => metadata.name));
      const wild = rbac.grants.filter(
        (grant) =>
          !grant.builtIn &&
          !(grant.role.kind === 'ClusterRole' && shipped.has(grant.role.name)) &&
          !allowsEverything(grant.rule) &&
          grant.rule.apiGroups.some((group) => SENSITIVE.includes(group)) &&
          spec.wild(grant),
      );
      const findings = grouped(wild, ({ role }) => called(role)).map((grants) =>
        judge(grants, spec.gives, spec.expected),
      );
      return withNobody(
        findings,
        nobody(`a role that gives ${spec.gives}`, `no role of your own gives ${spec.gives} in the whole cluster`),
      );
    },
  });
}

const isShipped = ({ metadata }: ClusterRole): boolean =>
  metadata.labels['kubernetes.io/bootstrapping'] === 'rbac-defaults';

function judge(grants: Grants, gives: string, expected: string): Finding {
  const [worst, ...others] = grants.filter(reachesCluster);
  const told: Grants = worst === undefined ? grants : [worst, ...others];
  return {
    verdict: worst === undefined ? 'review' : 'fail',
    subject: objectSubject(grants[0].role),
    evidence: grantsEvidence(told, expected),
    message: `gives ${gives} ${whereHeld(told)}, ${viaBindings(told)}`,
  };
}
