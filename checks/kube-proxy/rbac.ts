import { held } from '../../src/judge/gathered.ts';
import {
  grantsEvidence,
  grouped,
  holder,
  inNoBinding,
  subjectKey,
  viaBindings,
  whereHeld,
} from '../../src/judge/rbac/grants.ts';
import { accountOf, runningOf } from '../../src/judge/settings/instance-pods.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding, type Subject } from '../../src/model/finding.ts';
import type { Grant } from '../../src/model/views.ts';

/** Whom kube-proxy is by certificate, where it does not act as its ServiceAccount. */
const USER: Subject = { kind: 'User', name: 'system:kube-proxy' };

export default automated({
  meta: {
    id: 'kube-proxy/rbac',
    component: 'kube-proxy',
    severity: 'medium',
    population: false,
    title: {
      holds: 'kube-proxy may do no more than it needs',
      broken: 'kube-proxy may do more than it needs',
    },
    rationale:
      'The credential of kube-proxy lies on every node, so that whoever breaks out of one container on any node holds it. What it needs is to read services, their endpoints and nodes, and to write events (system:node-proxier): more makes each node a way into the cluster.',
    remediation: {
      any: 'Delete the named binding, or move its rights to a ServiceAccount of the program that needs them. kube-proxy needs a ClusterRoleBinding to system:node-proxier only: kubeadm calls it kubeadm:node-proxier, EKS eks:kube-proxy.',
      mayBreak:
        'Programs that share the ServiceAccount of kube-proxy lose what they had. Without system:node-proxier kube-proxy no longer gets changes of services.',
    },
    references: [
      {
        title: 'RBAC: core component roles',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#core-component-roles',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy', 'rbac'],
  wants: ['control-plane-pods', 'daemon-sets'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    const [pods, sets] = [held(cluster['control-plane-pods']), held(cluster['daemon-sets'])];
    const accounts = instances.flatMap((instance): readonly Subject[] => {
      const running = runningOf(instance, pods, sets);
      return running === undefined ? [] : [accountOf(instance, running)];
    });
    const identities = grouped([...accounts, USER], subjectKey).map(([one]) => one);
    const { grants } = cluster.rbac;
    return each(instances.length === 0 ? [] : identities, (one) => judge(one, grants), none);
  },
});

function judge(subject: Subject, grants: readonly Grant[]): Finding {
  const own = grants.filter((grant) => subjectKey(holder(grant.subject)) === subjectKey(subject));
  const [first, ...rest] = own.filter((grant) => !isNeeded(grant));
  if (first !== undefined) {
    const excess = [first, ...rest] as const;
    const evidence = grantsEvidence(excess, 'no more than system:node-proxier');
    const message = `has rights that kube-proxy does not need ${whereHeld(excess)}, ${viaBindings(excess)}`;
    return { verdict: 'fail', subject, evidence, message };
  }
  const [some, ...others] = own;
  const absent = inNoBinding('a right that kube-proxy does not need');
  if (some === undefined) return { verdict: 'pass', subject, evidence: absent, message: 'it is bound to no role' };
  const [evidence, ...more] = grantsEvidence([some, ...others], 'no more than system:node-proxier');
  return { verdict: 'pass', subject, evidence: [evidence, ...more, ...absent] };
}

const READ = ['get', 'list', 'watch'];
const NEEDED = [
  { group: '', verbs: READ, resources: ['services', 'endpoints', 'nodes'] },
  { group: 'discovery.k8s.io', verbs: READ, resources: ['endpointslices'] },
  { group: 'networking.k8s.io', verbs: READ, resources: ['servicecidrs'] },
  { group: '', verbs: ['create', 'patch', 'update'], resources: ['events'] },
  { group: 'events.k8s.io', verbs: ['create', 'patch', 'update'], resources: ['events'] },
];

/** What system:node-proxier gives, or less; and reading its own ConfigMap by name. */
function isNeeded({ rule }: Grant): boolean {
  const { apiGroups, verbs, resources, resourceNames, nonResourceURLs } = rule;
  if (nonResourceURLs.length > 0) return false;
  const within = (list: readonly string[], allowed: readonly string[]) => list.every((one) => allowed.includes(one));
  if (resourceNames.length > 0 && within(verbs, READ) && within(resources, ['configmaps'])) return true;
  return apiGroups.every((group) =>
    resources.every((resource) =>
      NEEDED.some((need) => need.group === group && need.resources.includes(resource) && within(verbs, need.verbs)),
    ),
  );
}
