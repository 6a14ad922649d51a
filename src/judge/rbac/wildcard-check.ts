import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import type { Grant } from '../../model/views.ts';
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

/** Roles that Kubernetes makes with a wildcard, as its controllers need it. */
const OWN_ROLES = [
  'system:controller:generic-garbage-collector',
  'system:controller:horizontal-pod-autoscaler',
  'system:controller:namespace-controller',
  'system:controller:resourcequota-controller',
  'system:controller:storage-version-migrator-controller',
  'system:kube-controller-manager',
  'system:kubelet-api-admin',
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
}): AutomatedCheck<Id, 'rbac', never> {
  const counts = (grant: Grant): boolean =>
    !(grant.role.kind === 'ClusterRole' && OWN_ROLES.includes(grant.role.name)) &&
    !allowsEverything(grant.rule) &&
    grant.rule.apiGroups.some((group) => SENSITIVE.includes(group)) &&
    spec.wild(grant);
  return automated<Id, 'rbac'>({
    meta: spec.meta,
    needs: ['rbac'],
    evaluate: ({ rbac }) => {
      const roles = grouped(rbac.grants.filter(counts), ({ role }) => called(role));
      const others = "no role but cluster-admin and those of Kubernetes' own controllers gives";
      const pass = nobody(`a role of others that gives ${spec.gives}`, `${others} ${spec.gives} in the whole cluster`);
      return withNobody(
        roles.map((grants) => judge(grants, spec.gives, spec.expected)),
        pass,
      );
    },
  });
}

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
