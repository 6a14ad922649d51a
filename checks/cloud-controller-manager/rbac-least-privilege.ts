import { held } from '../../src/judge/gathered.ts';
import {
  grantsEvidence,
  grouped,
  holder,
  inNoBinding,
  reachesCluster,
  subjectKey,
  viaBindings,
} from '../../src/judge/rbac/grants.ts';
import { type Ask, allows } from '../../src/judge/rbac/rule-match.ts';
import { accountOf, runningOf } from '../../src/judge/settings/instance-pods.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding, type Subject, type Uncertainty } from '../../src/model/finding.ts';
import type { Grant, Instance } from '../../src/model/views.ts';
import type { Pod } from '../../src/shapes/generated.ts';

const WRITE = ['create', 'update', 'patch'];
const RBAC = 'rbac.authorization.k8s.io';

/** Powers that no cloud controller needs and that lead to all others. */
const POWERS: readonly { readonly power: string; readonly ask: Ask }[] = [
  { power: 'read Secrets', ask: { verbs: ['get', 'list', 'watch'], group: '', resources: ['secrets'] } },
  { power: 'create pods', ask: { verbs: ['create'], group: '', resources: ['pods'] } },
  {
    power: 'run commands in pods',
    ask: { verbs: ['create', 'get'], group: '', resources: ['pods/exec', 'pods/attach'] },
  },
  { power: 'use nodes/proxy', ask: { verbs: ['create', 'get'], group: '', resources: ['nodes/proxy'] } },
  {
    power: 'change workloads',
    ask: { verbs: WRITE, group: 'apps', resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'] },
  },
  {
    power: 'change roles or bindings',
    ask: {
      verbs: [...WRITE, 'escalate', 'bind'],
      group: RBAC,
      resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
    },
  },
  {
    power: 'impersonate',
    ask: { verbs: ['impersonate'], group: '', resources: ['users', 'groups', 'serviceaccounts'] },
  },
  {
    power: 'change admission webhooks',
    ask: {
      verbs: WRITE,
      group: 'admissionregistration.k8s.io',
      resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    },
  },
];

export default automated({
  meta: {
    id: 'cloud-controller-manager/rbac-least-privilege',
    component: 'cloud-controller-manager',
    severity: 'high',
    population: false,
    title: {
      holds: 'The cloud controller manager may do no more than manage the cloud',
      broken: 'The cloud controller manager may take over the cluster',
    },
    rationale:
      'It needs nodes, services, leases, events, and tokens of the ServiceAccounts of its controllers. Manifests of vendors often bind it to cluster-admin or to wildcards. Then a flaw in it, or its token found on a node, is the whole cluster besides the cloud account.',
    remediation: {
      any: 'Replace the named binding by one to a role like system:cloud-controller-manager in the documentation of Kubernetes: nodes (get, list, watch, update, patch, delete), nodes/status, services (list, watch, patch, update), services/status, events, leases, serviceaccounts (create, get) and serviceaccounts/token (create). Read its own Secret by name, by a Role in its namespace.',
      mayBreak:
        'A controller that lacks a right logs "forbidden" and stands still: load balancers or routes no longer change. Look at its log after the change.',
    },
    references: [
      {
        title: 'Cloud controller manager: authorization',
        url: 'https://kubernetes.io/docs/concepts/architecture/cloud-controller/#authorization',
      },
      { title: 'RBAC good practices', url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:cloud-controller-manager', 'rbac'],
  wants: ['control-plane-pods'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:cloud-controller-manager'];
    const pods = held(cluster['control-plane-pods']);
    const identities = instances.map((instance) => identityOf(instance, pods));
    const distinct = grouped(identities, ({ subject }) => subjectKey(subject)).map(([one]) => one);
    return each(distinct, (identity) => judge(identity, cluster.rbac.grants), none);
  },
});

/** A ServiceAccount, or the instance itself with why it is not known whom it acts as. */
interface Identity {
  readonly subject: Subject;
  readonly hidden?: Uncertainty;
}

function identityOf(instance: Instance, pods: readonly Pod[]): Identity {
  const { subject } = instance;
  const running = runningOf(instance, pods);
  const file = instance.given('kubeconfig') === false ? undefined : instance.get('kubeconfig');
  if (running !== undefined && (file === undefined || (file.known && !isGiven(file.value)))) {
    return { subject: accountOf(instance, running) };
  }
  const detail = 'it logs in by a kubeconfig that is not read, so that whom it acts as is not known';
  return { subject, hidden: { code: 'not-visible', detail } };
}

function judge({ subject, hidden }: Identity, grants: readonly Grant[]): Finding {
  if (hidden !== undefined) return { verdict: 'unknown', subject, evidence: [], because: hidden };
  const own = grants.filter((grant) => subjectKey(holder(grant.subject)) === subjectKey(subject));
  const told = own.map((grant) => ({ grant, powers: powersOf(grant) })).filter(({ powers }) => powers.length > 0);
  const [first, ...rest] = told.map(({ grant }) => grant);
  if (first === undefined) {
    return { verdict: 'pass', subject, evidence: inNoBinding('a right that leads to all others') };
  }
  const excess = [first, ...rest] as const;
  const names = [...new Set(told.flatMap(({ powers }) => powers))];
  const evidence = grantsEvidence(excess, 'nodes, services, leases, events and what else the cloud needs');
  return { verdict: 'fail', subject, evidence, message: `may ${names.join(', ')}, ${viaBindings(excess)}` };
}

/** What a grant gives of these powers. Secrets of its own namespace, and those that are named, hold its own login. */
function powersOf(grant: Grant): readonly string[] {
  const { rule, namespace } = grant;
  if (!reachesCluster(grant)) return [];
  const core = rule.apiGroups.some((group) => group === '' || group === '*');
  if (core && rule.resources.includes('*')) return [`use ${rule.verbs.join(', ')} on everything`];
  return POWERS.filter(({ ask }) => allows(rule, ask))
    .filter(({ power }) => power !== 'read Secrets' || (namespace === undefined && rule.resourceNames.length === 0))
    .map(({ power }) => power);
}
