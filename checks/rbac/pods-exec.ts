import { grantCheck } from '../../src/judge/rbac/grant-check.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';

/** The first minor that asks for create where exec or attach comes as a WebSocket request. */
const CREATE_ONLY_SINCE = 35;

export default grantCheck({
  meta: {
    id: 'rbac/pods-exec',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only administrators can run commands in any pod',
      broken: 'Non-administrators can run commands in pods across the cluster',
    },
    rationale:
      'Who can exec into or attach to a pod acts with its ServiceAccount, reads its Secrets and reaches what its network reaches. Until Kubernetes 1.34 the verb get is enough, because a WebSocket request is a GET; later versions ask for create.',
    remediation: {
      any: 'Remove pods/exec and pods/attach from the ClusterRole, or bind it by a RoleBinding in the namespaces where people debug. Ephemeral, audited access through a group that is granted for a limited time is better than a standing right.',
      mayBreak:
        'kubectl exec, kubectl attach, kubectl cp and tools that rely on them (CI jobs, backup hooks) stop working for the subject.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
      },
      {
        title: 'Kubernetes: request verbs and authorization of exec',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/',
      },
    ],
    controls: [
      { benchmark: 'NSA/CISA', number: 'RBAC' },
      { benchmark: 'Kubescape', number: 'C-0002' },
      { benchmark: 'Trivy', number: 'KSV-0053' },
      { benchmark: 'Trivy', number: 'KSV-0054' },
      { benchmark: 'KubiScan', number: 'risky-exec-pods' },
      { benchmark: 'KubiScan', number: 'risky-attach-pods' },
      { benchmark: 'krane', number: 'risky-exec-pods' },
      { benchmark: 'krane', number: 'risky-attach-pods' },
      { benchmark: 'rbac-police', number: 'pods_exec' },
      { benchmark: 'rbac-police', number: 'rce_weak_ns' },
      { benchmark: 'Polaris', number: 'clusterrolePodExecAttach' },
      { benchmark: 'Polaris', number: 'clusterrolebindingPodExecAttach' },
      { benchmark: 'Polaris', number: 'rolePodExecAttach' },
      { benchmark: 'Polaris', number: 'rolebindingRolePodExecAttach' },
      { benchmark: 'Polaris', number: 'rolebindingClusterRolePodExecAttach' },
    ],
    since: '0.1.0',
  },
  asks: [{ verbs: ['create', 'get'], group: '', resources: ['pods/exec', 'pods/attach'] }],
  power: 'run commands in pods',
  ownRoles: ['system:controller:generic-garbage-collector', 'system:controller:namespace-controller'],
  gives: ({ rule }, version) => {
    if (rule.verbs.includes('*') || rule.verbs.includes('create')) return true;
    const parsed = version.state === 'failed' ? undefined : parseKubernetesVersion(version.value.gitVersion);
    if (parsed !== undefined) return parsed.major === 1 && parsed.minor < CREATE_ONLY_SINCE;
    const detail = 'whether get alone runs commands depends on the version of the API server, which is not known';
    return { code: 'not-gathered', detail };
  },
});
