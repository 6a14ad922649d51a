import { groupCheck, isDiscovery, isSelfReview } from '../../src/judge/rbac/group-check.ts';

export default groupCheck({
  meta: {
    id: 'rbac/authenticated-bindings',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'system:authenticated has no rights beyond the defaults',
      broken: 'system:authenticated has rights that every login gets',
    },
    rationale:
      'Every user and every ServiceAccount belongs to system:authenticated, and on some platforms so does anybody with an account at the provider. A right for this group is a right for each pod and each person, whatever else they may do.',
    remediation: {
      any: 'Delete the binding and bind the role to the group of those who need it: `kubectl delete clusterrolebinding NAME`, then `kubectl create clusterrolebinding NAME --clusterrole=ROLE --group=GROUP`.',
      mayBreak:
        'People and pods that had the right only through this group lose it: look in the audit log who used it.',
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
      { benchmark: 'Kubescape', number: 'C-0265' },
      { benchmark: 'Trivy', number: 'KSV-01011' },
      { benchmark: 'CIS GKE', number: '4.1.10' },
    ],
    since: '0.1.0',
  },
  concerns: ({ kind, name }) => kind === 'Group' && name === 'system:authenticated',
  circle: 'every login',
  standing: (grant) => (isDiscovery(grant) || isSelfReview(grant) ? 'expected' : 'excess'),
});
