import { groupCheck, isPublicInfo } from '../../src/judge/rbac/group-check.ts';
import type { Grant } from '../../src/model/views.ts';

export default groupCheck({
  meta: {
    id: 'rbac/anonymous-bindings',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'system:anonymous has no rights beyond those that joining a node needs',
      broken: 'system:anonymous has rights that anybody can use',
    },
    rationale:
      'A request without credentials comes in as the user system:anonymous. What a binding grants to this user, anybody who reaches the API server may do. Attackers add such a binding to come back without leaving a credential behind.',
    remediation: {
      kubeadm:
        'The binding kubeadm:bootstrap-signer-clusterinfo in kube-public, which lets new nodes read the ConfigMap cluster-info, may stay, or go where no node joins by token discovery.',
      any: 'Delete the binding: `kubectl delete clusterrolebinding NAME`, or `kubectl delete rolebinding NAME -n NAMESPACE`.',
      mayBreak:
        'Whatever uses the API without credentials (health probes of load balancers, status pages) gets 401 or 403: give it an identity or let it ask /livez and /readyz.',
    },
    references: [
      {
        title: 'Kubernetes: anonymous requests',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
      },
      {
        title: 'Kubernetes: default discovery roles',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'Authentication' },
      { benchmark: 'Kubescape', number: 'C-0262' },
      { benchmark: 'Trivy', number: 'KSV-0122' },
      { benchmark: 'krane', number: 'unauthenticated-subject-access' },
      { benchmark: 'CIS GKE', number: '4.1.8' },
    ],
    since: '0.1.0',
  },
  concerns: ({ kind, name }) => kind === 'User' && name === 'system:anonymous',
  anonymous: true,
  circle: 'an anonymous request',
  standing: (grant) => (readsClusterInfo(grant) || isPublicInfo(grant) ? 'expected' : 'excess'),
});

/** What kubeadm grants for joining by token discovery: to read one ConfigMap, by name. */
const readsClusterInfo = ({ rule, namespace }: Grant): boolean =>
  namespace === 'kube-public' &&
  rule.verbs.every((verb) => verb === 'get') &&
  rule.apiGroups.every((group) => group === '') &&
  rule.resources.every((resource) => resource === 'configmaps') &&
  rule.resourceNames.length > 0 &&
  rule.resourceNames.every((name) => name === 'cluster-info');
