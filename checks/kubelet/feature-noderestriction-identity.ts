import { groupCheck, type Standing } from '../../src/judge/rbac/group-check.ts';
import { type Ask, allows, isOnEverything } from '../../src/judge/rbac/rule-match.ts';
import type { Grant } from '../../src/model/views.ts';

export default groupCheck({
  meta: {
    id: 'kubelet/feature-noderestriction-identity',
    component: 'kubelet',
    scoreComponent: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Nodes have only the rights that are limited to their own pods',
      broken: 'Nodes have rights that reach beyond their own pods',
    },
    rationale:
      'The Node authorizer gives each kubelet what the pods on its own node need, and RBAC comes on top of it. A right that is bound to system:nodes, such as the role system:node of clusters from before 1.8, holds for all nodes and all objects: who takes over one node reads the Secrets of the whole cluster.',
    remediation: {
      any: 'First see that --authorization-mode of the API server has Node and that kubelets log in as system:node:NAME; then take the group out of the binding, for the old default by `kubectl delete clusterrolebinding system:node` (the API server makes it again, without subjects).',
      mayBreak:
        'Kubelets whose certificate does not name them system:node:NAME in the group system:nodes lose all access, and agents that borrow the credentials of the node lose what was granted: give these a ServiceAccount.',
    },
    references: [
      {
        title: 'Using Node authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/node/',
      },
    ],
    since: '0.1.0',
  },
  concerns: ({ kind, name }) =>
    (kind === 'Group' && name === 'system:nodes') || (kind === 'User' && name.startsWith('system:node:')),
  circle: 'a node',
  standing,
});

const core = (verbs: readonly string[], ...resources: readonly string[]): Ask => ({ verbs, group: '', resources });

/** What reading must not reach: Secrets, and what runs commands in pods or opens connections to them. */
const GUARDED = [
  core(['get', 'list', 'watch'], 'secrets'),
  core(['get'], 'nodes/proxy', 'pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy', 'services/proxy'),
];
const READ = ['get', 'list', 'watch'];
/** What the Node authorizer lets every node write anyway, and the renewal of its own certificate. */
const OWN_REQUESTS = ['certificatesigningrequests', 'certificatesigningrequests/selfnodeclient', 'events'];

function standing(grant: Grant): Standing {
  const { rule, role, builtIn } = grant;
  if (builtIn) return 'expected';
  if (role.kind === 'ClusterRole' && role.name === 'system:node') return 'excess';
  const within = (list: readonly string[], allowed: readonly string[]): boolean =>
    list.every((one) => allowed.includes(one));
  const writes = rule.verbs.filter((verb) => !READ.includes(verb));
  if (
    within(writes, ['create', 'patch', 'update']) &&
    within(rule.resources, OWN_REQUESTS) &&
    rule.resources.length > 0
  )
    return 'expected';
  const reads = writes.length === 0 && !isOnEverything(rule) && !GUARDED.some((ask) => allows(rule, ask));
  return reads ? 'review' : 'excess';
}
