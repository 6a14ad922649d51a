import {
  grantsEvidence,
  grouped,
  holder,
  nobody,
  subjectKey,
  viaBindings,
  withNobody,
} from '../../src/judge/rbac/grants.ts';
import { anonymousRefused } from '../../src/judge/settings/anonymous-requests.ts';
import { automated } from '../../src/model/check.ts';
import type { Subject } from '../../src/model/finding.ts';
import type { Grant } from '../../src/model/views.ts';

/** What they say of the cluster is for who watches over it. */
const PATHS: readonly string[] = ['/metrics', '/flagz', '/statusz'];

export default automated({
  meta: {
    id: 'kube-apiserver/metrics-exposed',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Metrics, flags and status are not for everybody to read',
      broken: 'Everybody who logs in can read metrics, flags or status',
    },
    rationale:
      'Metrics name webhooks, resources and clients, /flagz every flag with its value, /statusz the exact build: a map of what to attack, and a sign of what is looked at. Kubernetes gives them to the group system:monitoring alone.',
    remediation: {
      any: 'Take /metrics, /flagz and /statusz (and * among nonResourceURLs) out of the role named here, or bind it to the ServiceAccount of the monitoring in place of the group, for example with "kubectl create clusterrolebinding NAME --clusterrole=system:monitoring --serviceaccount=NAMESPACE:NAME".',
      mayBreak: 'Dashboards and scrapers that came without a login, or with any, get 403 until they have a binding.',
    },
    references: [
      {
        title: 'Default roles: system:monitoring',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#other-component-roles',
      },
      { title: 'z-pages', url: 'https://kubernetes.io/docs/reference/instrumentation/zpages/' },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  wants: ['settings:kube-apiserver'],
  evaluate: ({ rbac, 'settings:kube-apiserver': servers }) => {
    const broad = rbac.grants.filter((grant) => isBroad(holder(grant.subject)) && showsPaths(grant));
    const refused = anonymousRefused(servers);
    const open = refused === undefined ? broad : broad.filter(({ subject }) => !ANONYMOUS.test(subject.name));
    if (refused !== undefined && open.length === 0 && broad.length > 0) {
      const message = 'bound to anonymous subjects, but no API server lets in requests without a login';
      return [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' }, evidence: refused, message }];
    }
    const findings = grouped(open, ({ subject }) => subjectKey(holder(subject))).map((grants) => {
      const paths = PATHS.filter((path) => grants.some((grant) => covers(grant, path)));
      const evidence = grantsEvidence(grants, 'no path of the monitoring');
      const message = `may read ${paths.join(', ')} ${viaBindings(grants)}`;
      return { verdict: 'fail', subject: holder(grants[0].subject), evidence, message } as const;
    });
    const sought = 'a right of everybody to read /metrics, /flagz or /statusz';
    return withNobody(findings, nobody(sought, 'only named subjects may read /metrics, /flagz and /statusz'));
  },
});

const ANONYMOUS = /^system:(?:anonymous|unauthenticated)$/;

const isBroad = ({ kind, name }: Subject): boolean =>
  (kind === 'User' && name === 'system:anonymous') ||
  (kind === 'Group' && /^system:(?:authenticated|unauthenticated|serviceaccounts)$/.test(name));

const showsPaths = (grant: Grant): boolean => PATHS.some((path) => covers(grant, path));

/** A path itself, or with a star at the end all that begin so; a RoleBinding gives none. */
const covers = ({ rule, namespace }: Grant, path: string): boolean =>
  namespace === undefined &&
  rule.verbs.some((verb) => verb === 'get' || verb === '*') &&
  rule.nonResourceURLs.some((url) => url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1))));
