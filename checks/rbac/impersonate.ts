import { grantCheck } from '../../src/judge/rbac/grant-check.ts';
import { reachesCluster } from '../../src/judge/rbac/grants.ts';
import { type Ask, allows } from '../../src/judge/rbac/rule-match.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';

const ACCOUNTS: Ask = { verbs: ['impersonate'], group: '', resources: ['serviceaccounts'] };
const UNLIMITED: readonly [Ask, ...Ask[]] = [
  { verbs: ['impersonate'], group: '', resources: ['users', 'groups'], clusterOnly: true },
  ACCOUNTS,
];
/** Since Kubernetes 1.35: only for the actions that other rules (impersonate-on:MODE:VERB) allow. */
const CONSTRAINED: readonly Ask[] = [
  {
    verbs: ['impersonate:user-info', 'impersonate:arbitrary-node'],
    group: 'authentication.k8s.io',
    resources: ['users', 'groups', 'nodes'],
    clusterOnly: true,
  },
  { verbs: ['impersonate:serviceaccount'], group: 'authentication.k8s.io', resources: ['serviceaccounts'] },
];
const CONSTRAINED_SINCE = 35;
/** Who holds the cluster by what Kubernetes, kubeadm and OpenShift bind: to be one of them by name is as good as to be anyone. */
const POWERFUL =
  /^(?:system:(?:masters|admin|cluster-admins|nodes|node:.*|kube-.*|serviceaccounts:kube-system)|kubeadm:cluster-admins)$/;

export default grantCheck({
  meta: {
    id: 'rbac/impersonate',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'Only administrators may impersonate others',
      broken: 'Non-administrators may impersonate others',
    },
    rationale:
      'Who may impersonate any user or group is any user or group, system:masters included, to which no rule of RBAC applies. A rule without names has no limit; in a namespace, impersonating ServiceAccounts gives the rights of each of them.',
    remediation: {
      any: 'List the users and groups that the subject really acts for under resourceNames, never system:masters; use the constrained verbs (impersonate:user-info and impersonate-on:...) on Kubernetes 1.36 and newer.',
      mayBreak:
        'Authentication proxies and dashboards that act for their users are refused for every identity that is not listed.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, impersonate verb',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb',
      },
      {
        title: 'Kubernetes: user impersonation',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.8' },
      { benchmark: 'Kubescape', number: 'C-0191' },
      { benchmark: 'Kubescape', number: 'C-0065' },
      { benchmark: 'Trivy', number: 'KSV-0043' },
      { benchmark: 'rbac-police', number: 'impersonate' },
      { benchmark: 'KubiScan', number: 'risky-impersonate-groups' },
      { benchmark: 'krane', number: 'risky-impersonate-privileged-groups' },
      { benchmark: 'CIS EKS', number: '4.1.8' },
      { benchmark: 'CIS GKE', number: '4.1.7' },
      { benchmark: 'CIS AKS', number: '4.1.7' },
    ],
    since: '0.1.0',
  },
  asks: [...UNLIMITED, ...CONSTRAINED],
  power: 'impersonate others',
  ownRoles: [],
  gives: ({ rule }, version) => {
    if (UNLIMITED.some((ask) => allows(rule, ask))) return true;
    const parsed = version.state === 'failed' ? undefined : parseKubernetesVersion(version.value.gitVersion);
    if (parsed !== undefined && parsed.major === 1 && parsed.minor < CONSTRAINED_SINCE) return false;
    const detail =
      'may impersonate others for the actions that impersonate-on: verbs allow, which are not weighed here';
    return { code: 'not-understood', detail };
  },
  // The name of a ServiceAccount stands for the accounts of that name in every namespace that the grant reaches.
  limited: (grant) =>
    !grant.rule.resourceNames.some((name) => POWERFUL.test(name)) &&
    !(allows(grant.rule, ACCOUNTS) && reachesCluster(grant)),
});
