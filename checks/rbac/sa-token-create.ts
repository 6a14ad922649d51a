import { grantCheck } from '../../src/judge/rbac/grant-check.ts';
import { reachesCluster } from '../../src/judge/rbac/grants.ts';

export default grantCheck({
  meta: {
    id: 'rbac/sa-token-create',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only administrators can issue tokens of any ServiceAccount',
      broken: 'Non-administrators can issue tokens of any ServiceAccount',
    },
    rationale:
      'Who may create serviceaccounts/token gets a valid token of that ServiceAccount and with it all its rights. Everywhere, or in kube-system, that includes the accounts of the controllers, which together may do almost everything.',
    remediation: {
      any: 'Grant create on serviceaccounts/token in a Role of the namespace, with the ServiceAccount named under resourceNames, and remove it from ClusterRoles.',
      mayBreak:
        'Token brokers (secret stores, CI systems, CSI drivers that ask for tokens) fail for the accounts that you leave out. Kubelets are not touched: the node authorizer gives them their right.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, token request',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.13' },
      { benchmark: 'Prowler', number: 'rbac_minimize_service_account_token_creation' },
      { benchmark: 'Kubescape', number: 'C-0282' },
      { benchmark: 'rbac-police', number: 'token_request' },
      { benchmark: 'CIS EKS', number: '4.1.12' },
      { benchmark: 'CIS AKS', number: '4.1.12' },
    ],
    since: '0.1.0',
  },
  asks: [{ verbs: ['create'], group: '', resources: ['serviceaccounts/token'] }],
  power: 'issue ServiceAccount tokens',
  ownRoles: ['system:kube-controller-manager'],
  // A name stands for the accounts of that name in every namespace that the grant reaches.
  limited: (grant) => !reachesCluster(grant),
});
