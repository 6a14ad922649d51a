import {
  type Grants,
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
import type { Finding } from '../../src/model/finding.ts';
import type { Grant } from '../../src/model/views.ts';

const PATHS = ['/openid/v1/jwks', '/.well-known/openid-configuration'];
const ANYBODY = ['User system:anonymous', 'Group system:unauthenticated'];

export default automated({
  meta: {
    id: 'kube-apiserver/jwks-anonymous',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'The keys of ServiceAccount tokens are not shown to anonymous users',
      broken: 'The keys of ServiceAccount tokens are shown to anonymous users',
    },
    rationale:
      'The discovery document and the public keys of the issuer of ServiceAccount tokens are meant for ServiceAccounts. Open to everybody they tell that there is a cluster here and how its tokens are made; only federation with other systems, which check tokens by them, needs that.',
    remediation: {
      any: 'Delete the binding that gives system:service-account-issuer-discovery to system:unauthenticated or system:anonymous. For federation publish the two documents elsewhere, under an issuer of their own (--service-account-issuer, --service-account-jwks-uri).',
      mayBreak:
        'Systems that check ServiceAccount tokens by asking the API server without a login (Vault, a cloud, a CI system) cannot do so any more.',
    },
    references: [
      {
        title: 'Kubernetes: ServiceAccount issuer discovery',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery',
      },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  wants: ['settings:kube-apiserver'],
  evaluate: ({ rbac, 'settings:kube-apiserver': servers }) => {
    const open = rbac.grants.filter((grant) => grant.namespace === undefined && opens(grant));
    const refused = open.length === 0 ? undefined : anonymousRefused(servers);
    if (refused !== undefined) {
      const message = 'bound to anonymous subjects, but no API server lets in requests without a login';
      return [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' }, evidence: refused, message }];
    }
    const pass = nobody(
      'an anonymous subject that may get /openid/v1/jwks',
      'whoever is not logged in is not shown them; a provider may publish them elsewhere',
    );
    return withNobody(grouped(open, ({ subject }) => subjectKey(holder(subject))).map(judge), pass);
  },
});

const opens = ({ rule, subject }: Grant): boolean =>
  ANYBODY.includes(`${subject.kind} ${subject.name}`) &&
  (rule.verbs.includes('get') || rule.verbs.includes('*')) &&
  rule.nonResourceURLs.some((url) => PATHS.some((path) => fits(url, path)));

const fits = (url: string, path: string): boolean =>
  url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1)));

const judge = (grants: Grants): Finding => ({
  verdict: 'fail',
  subject: holder(grants[0].subject),
  evidence: grantsEvidence(grants, 'no anonymous subject'),
  message: `is shown the keys of ServiceAccount tokens, ${viaBindings(grants)}`,
});
