import { grantCheck } from '../../src/judge/rbac/grant-check.ts';

const GROUP = 'rbac.authorization.k8s.io';
/** Roles with which a bind right by name is as good as one without: they write workloads, read Secrets or hold escalate themselves. */
const POWERFUL =
  /^(?:cluster-admin|admin|edit|system:(?:node|kube-controller-manager|kubelet-api-admin|aggregate-to-(?:admin|edit)|controller:.*))$/;

export default grantCheck({
  meta: {
    id: 'rbac/escalate-bind',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'Only administrators may escalate or bind roles',
      broken: 'Non-administrators may escalate or bind roles',
    },
    rationale:
      'Kubernetes lets nobody grant rights that he does not hold himself, unless he has the verb escalate on roles or bind on the role. Across the cluster, or in kube-system, these verbs are a way to make oneself cluster-admin.',
    remediation: {
      any: 'Remove escalate and bind from the role, or limit bind to the harmless roles that the subject hands out, under resourceNames. Write out the verbs where the rule says *.',
      mayBreak:
        'Operators that create roles with more rights than they hold themselves (OLM, Rancher, some CI controllers) fail to install them until an administrator does.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, escalate verb',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb',
      },
      {
        title: 'Kubernetes: privilege escalation prevention',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.8' },
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'Kubescape', number: 'C-0191' },
      { benchmark: 'Trivy', number: 'KSV-0050' },
      { benchmark: 'Trivy', number: 'KSV-0051' },
      { benchmark: 'Trivy', number: 'KSV-0052' },
      { benchmark: 'rbac-police', number: 'bind_roles' },
      { benchmark: 'rbac-police', number: 'escalate_roles' },
      { benchmark: 'CIS EKS', number: '4.1.8' },
      { benchmark: 'CIS GKE', number: '4.1.7' },
      { benchmark: 'CIS AKS', number: '4.1.7' },
    ],
    since: '0.1.0',
  },
  asks: [
    { verbs: ['escalate'], group: GROUP, resources: ['roles'] },
    { verbs: ['escalate'], group: GROUP, resources: ['clusterroles'], clusterOnly: true },
    { verbs: ['bind'], group: GROUP, resources: ['roles', 'clusterroles'] },
  ],
  power: 'escalate or bind roles',
  ownRoles: ['system:controller:clusterrole-aggregation-controller'],
  limited: ({ rule }) =>
    !rule.verbs.some((verb) => verb === '*' || verb === 'escalate') &&
    !rule.resourceNames.some((name) => POWERFUL.test(name)),
});
