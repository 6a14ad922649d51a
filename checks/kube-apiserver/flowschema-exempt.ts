import { automated } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding } from '../../src/model/finding.ts';
import type { FlowSchema, FlowSubject, PolicyRulesWithSubjects } from '../../src/shapes/generated.ts';

const SCHEMA = { apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind: 'FlowSchema' };
/** The one priority level that Kubernetes lets be without limits. */
const EXEMPT = 'exempt';
/** Health checks, which Kubernetes exempts for everybody. */
const HEALTH = ['/healthz', '/readyz', '/livez'];
const ADMINISTRATORS = 'system:masters';
const BROAD_GROUP = /^(\*|system:(authenticated|unauthenticated|serviceaccounts(:.*)?|nodes))$/;

export default automated({
  meta: {
    id: 'kube-apiserver/flowschema-exempt',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'Only administrators and health checks have unlimited requests',
      broken: 'Broad groups have unlimited requests',
    },
    rationale:
      'API priority and fairness keeps one client from taking all places of the API server. Requests of a FlowSchema at level exempt are neither counted nor queued: a program in such a group, taken over or merely broken, can drown the API server.',
    remediation: {
      any: 'Point the FlowSchema at another level, such as workload-high: "kubectl edit flowschema NAME", priorityLevelConfiguration. Leave exempt and probes, which Kubernetes makes itself.',
      mayBreak: 'Under load the requests of these clients wait, or are answered with 429.',
    },
    references: [
      {
        title: 'Kubernetes: API priority and fairness',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['flow-schemas'],
  evaluate: (cluster) =>
    each(
      cluster['flow-schemas'].filter(({ spec }) => spec.priorityLevelConfiguration.name === EXEMPT),
      judge,
      { unseen: { code: 'not-visible', detail: 'not even the FlowSchema that Kubernetes always has is there' } },
    ),
});

function judge({ metadata: { name }, spec }: FlowSchema): Finding {
  const subject = { kind: SCHEMA.kind, name };
  const rules = spec.rules.map((rule, at) => ({ rule, at })).filter(({ rule }) => !isHealth(rule));
  const subjects = rules.flatMap(({ rule, at }) =>
    rule.subjects.map((one, index) => ({ one, pointer: `/spec/rules/${at}/subjects/${index}` })),
  );
  const broad = subjects.filter(({ one }) => isBroad(one));
  const others = subjects.filter(({ one }) => one.group?.name !== ADMINISTRATORS);
  if (broad.length > 0) return finding('fail', broad, 'without any limit:');
  if (others.length > 0) return finding('review', others, 'without any limit, and no administrator:');
  const level: Evidence = {
    from: 'object',
    object: { ...SCHEMA, name },
    pointer: '/spec/priorityLevelConfiguration/name',
    observed: EXEMPT,
  };
  return { verdict: 'pass', subject, evidence: [level], message: 'administrators or health checks only' };

  function finding(verdict: 'fail' | 'review', some: typeof subjects, words: string): Finding {
    const [first, ...rest] = some.map(({ one, pointer }) => evidenceOf(name, one, pointer));
    const evidence: Evidences = [first as Evidence, ...rest];
    return { verdict, subject, evidence, message: `${words} ${some.map(({ one }) => called(one)).join(', ')}` };
  }
}

const isHealth = ({ resourceRules, nonResourceRules }: PolicyRulesWithSubjects): boolean =>
  resourceRules.length === 0 &&
  nonResourceRules.every(
    ({ verbs, nonResourceURLs }) =>
      verbs.every((verb) => verb === 'get') && nonResourceURLs.every((url) => HEALTH.includes(url)),
  );

const isBroad = ({ user, group, serviceAccount }: FlowSubject): boolean =>
  user?.name === '*' ||
  user?.name === 'system:anonymous' ||
  BROAD_GROUP.test(group?.name ?? '') ||
  serviceAccount?.name === '*';

const called = ({ kind, user, group, serviceAccount }: FlowSubject): string =>
  serviceAccount === undefined
    ? `${kind} ${user?.name ?? group?.name ?? ''}`
    : `${kind} ${serviceAccount.namespace}/${serviceAccount.name}`;

function evidenceOf(name: string, { user, group, serviceAccount }: FlowSubject, pointer: string): Evidence {
  const field = user !== undefined ? 'user' : group !== undefined ? 'group' : 'serviceAccount';
  const observed = user?.name ?? group?.name ?? serviceAccount?.name ?? null;
  return { from: 'object', object: { ...SCHEMA, name }, pointer: `${pointer}/${field}/name`, observed };
}
