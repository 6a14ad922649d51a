import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import type { Evidences, Finding, Subject } from '../../model/finding.ts';
import type { Grant } from '../../model/views.ts';
import { together } from '../evidence.ts';
import { anonymousRefused } from '../settings/anonymous-requests.ts';
import {
  type Grants,
  grantsEvidence,
  grouped,
  holder,
  inNoBinding,
  nobody,
  subjectKey,
  viaBindings,
  whereHeld,
  withNobody,
} from './grants.ts';

type Judged = Extract<Finding, { readonly verdict: 'pass' | 'fail' | 'review' }>;

/** What a grant to an open circle of people is: part of the defaults, for a person to look at, or too much. */
export type Standing = 'expected' | 'review' | 'excess';

/** A check that asks what is granted to a user or group that stands for an open circle: everybody, every login, every pod. */
export function groupCheck<const Id extends string>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly concerns: (holder: Subject) => boolean;
  /** The circle in a sentence: `an unauthenticated request`. */
  readonly circle: string;
  readonly standing: (grant: Grant, holder: Subject) => Standing;
  /** Nobody is in the circle where API servers let in no request without a login: what is too much waits there for a person to look at. */
  readonly anonymous?: true;
}): AutomatedCheck<Id, 'rbac', 'settings:kube-apiserver'> {
  return automated<Id, 'rbac', 'settings:kube-apiserver'>({
    meta: spec.meta,
    needs: ['rbac'],
    wants: spec.anonymous ? ['settings:kube-apiserver'] : [],
    evaluate: ({ rbac, 'settings:kube-apiserver': servers }) => {
      const concerned = rbac.grants.filter(({ subject }) => spec.concerns(holder(subject)));
      const findings = grouped(concerned, ({ subject }) => subjectKey(holder(subject))).map((grants) =>
        judge(grants, spec.standing, spec.circle),
      );
      const refused = spec.anonymous && anonymousRefused(servers);
      const [first, ...rest] = findings.filter(({ verdict }) => verdict === 'fail');
      if (first !== undefined && refused !== undefined)
        return [idle(first, refused), ...rest.map((one) => idle(one, refused))];
      const pass = nobody(`a right for ${spec.circle}`, `nothing beyond the defaults is granted to ${spec.circle}`);
      return withNobody(findings, pass);
    },
  });
}

/** What is too much, while nobody comes in to whom it is granted. */
function idle(finding: Judged, refused: Evidences): Finding {
  const message = `${finding.message}; now no API server lets in requests without a login`;
  return { ...finding, verdict: 'review', evidence: together(finding.evidence, refused), message };
}

function judge(grants: Grants, standing: (grant: Grant, holder: Subject) => Standing, circle: string): Judged {
  const subject = holder(grants[0].subject);
  const of = (wanted: Standing): readonly Grant[] => grants.filter((grant) => standing(grant, subject) === wanted);
  const excess = of('excess');
  const [worst, ...others] = excess.length > 0 ? excess : of('review');
  if (worst === undefined) {
    const [first, ...rest] = grantsEvidence(grants, 'no more than Kubernetes grants by default');
    const evidence = [first, ...rest, ...inNoBinding(`another right for ${circle}`)] as const;
    return { verdict: 'pass', subject, evidence, message: `${circle} has the default rights only` };
  }
  const told: Grants = [worst, ...others];
  const evidence = grantsEvidence(told, 'no more than Kubernetes grants by default');
  const message = `${circle} has rights beyond the defaults ${whereHeld(told)}, ${viaBindings(told)}`;
  return { verdict: excess.length > 0 ? 'fail' : 'review', subject, evidence, message };
}

const PUBLIC_INFO = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const DISCOVERY = [...PUBLIC_INFO, '/api', '/api/*', '/apis', '/apis/*', '/openapi', '/openapi/*'];
const ISSUER = [
  '/.well-known/openid-configuration',
  '/.well-known/openid-configuration/',
  '/openid/v1/jwks',
  '/openid/v1/jwks/',
];
const READ = ['get', 'list', 'watch'];
const SELF_REVIEWS = ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'selfsubjectreviews'];

/** Whether a rule gives no more than health and version, as system:public-info-viewer does. */
export const isPublicInfo = (grant: Grant): boolean => readsOnly(grant, PUBLIC_INFO);

/** Whether a rule gives no more than reading what the API offers, as system:discovery does. */
export const isDiscovery = (grant: Grant): boolean => readsOnly(grant, DISCOVERY);

/** Whether a rule lets one ask about oneself only, as system:basic-user does. */
export const isSelfReview = (grant: Grant): boolean =>
  givesOnly(grant, ['create'], ['authorization.k8s.io', 'authentication.k8s.io'], SELF_REVIEWS);

/** Whether a rule gives what every ServiceAccount may read by default: how to verify tokens, and the cluster's trust anchors. */
export const isAccountDefault = (grant: Grant): boolean =>
  readsOnly(grant, ISSUER) || givesOnly(grant, READ, ['certificates.k8s.io'], ['clustertrustbundles']);

const within = (list: readonly string[], allowed: readonly string[]): boolean =>
  list.every((one) => allowed.includes(one));

const readsOnly = ({ rule }: Grant, urls: readonly string[]): boolean =>
  rule.resources.length === 0 && within(rule.verbs, ['get']) && within(rule.nonResourceURLs, urls);

const givesOnly = (
  { rule }: Grant,
  verbs: readonly string[],
  groups: readonly string[],
  resources: readonly string[],
): boolean =>
  rule.nonResourceURLs.length === 0 &&
  within(rule.verbs, verbs) &&
  within(rule.apiGroups, groups) &&
  within(rule.resources, resources);
