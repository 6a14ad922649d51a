import { reachesCluster } from '../../src/judge/rbac/grants.ts';
import { groupCheck, isAccountDefault, isDiscovery, isSelfReview } from '../../src/judge/rbac/group-check.ts';

export default groupCheck({
  meta: {
    id: 'rbac/all-serviceaccounts-bindings',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'ServiceAccounts have no rights as a group beyond the defaults',
      broken: 'Every ServiceAccount has rights through a group',
    },
    rationale:
      'Every ServiceAccount belongs to system:serviceaccounts, and those of a namespace to system:serviceaccounts:NAMESPACE. A right for such a group reaches each pod that mounts a token, also those that need no API at all and those that somebody else deploys tomorrow.',
    remediation: {
      any: 'Bind the role to the ServiceAccounts that need it and delete the binding to the group: `kubectl delete clusterrolebinding NAME`.',
      mayBreak:
        'Pods that had the right only through the group get 403; on OpenShift some bindings of this kind belong to the platform and are made again.',
    },
    references: [
      {
        title: 'Kubernetes: ServiceAccount permissions',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions',
      },
    ],
    since: '0.1.0',
  },
  concerns: ({ kind, name }) =>
    kind === 'Group' && (name === 'system:serviceaccounts' || name.startsWith('system:serviceaccounts:')),
  circle: 'every ServiceAccount of the group',
  standing: (grant, { name }) => {
    if (isAccountDefault(grant) || isDiscovery(grant) || isSelfReview(grant)) return 'expected';
    return name === 'system:serviceaccounts' || reachesCluster(grant) ? 'excess' : 'review';
  },
});
