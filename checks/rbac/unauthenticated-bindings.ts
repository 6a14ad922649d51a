import { groupCheck, isDiscovery, isPublicInfo, isSelfReview } from '../../src/judge/rbac/group-check.ts';

export default groupCheck({
  meta: {
    id: 'rbac/unauthenticated-bindings',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'system:unauthenticated may read health and version only',
      broken: 'system:unauthenticated has rights that anybody can use',
    },
    rationale:
      'Every request without credentials belongs to the group system:unauthenticated. What a binding grants to it, anybody who reaches the API server may do. Clusters that were made before Kubernetes 1.14 still let it read what the API offers, which later versions do not.',
    remediation: {
      any: 'Delete the binding, or take the subject system:unauthenticated out of it: `kubectl edit clusterrolebinding NAME`. Only system:public-info-viewer names the group by default.',
      mayBreak:
        'Whatever uses the API without credentials gets 401 or 403: give it an identity, or let it ask /livez, /readyz and /version, which stay open.',
    },
    references: [
      {
        title: 'Kubernetes: default discovery roles',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles',
      },
      {
        title: 'Kubernetes: RBAC good practices',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'Authentication' },
      { benchmark: 'Kubescape', number: 'C-0262' },
      { benchmark: 'Trivy', number: 'KSV-0122' },
      { benchmark: 'krane', number: 'unauthenticated-subject-access' },
      { benchmark: 'CIS GKE', number: '4.1.9' },
    ],
    since: '0.1.0',
  },
  concerns: ({ kind, name }) => kind === 'Group' && name === 'system:unauthenticated',
  anonymous: true,
  circle: 'an unauthenticated request',
  standing: (grant) => {
    if (isPublicInfo(grant)) return 'expected';
    return isDiscovery(grant) || isSelfReview(grant) ? 'review' : 'excess';
  },
});
