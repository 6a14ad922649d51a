import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'cloud-controller-manager/sa-credentials',
    component: 'cloud-controller-manager',
    severity: 'high',
    population: false,
    title: {
      holds: 'Each cloud controller has a ServiceAccount of its own',
      broken: 'All cloud controllers share one credential',
    },
    rationale:
      'With --use-service-account-credentials each of its controllers (nodes, routes, services) acts as a ServiceAccount with the rights that it needs. Without it all act with one credential, which then holds the rights of all, often more than that, and the audit log cannot tell them apart.',
    remediation: {
      any: 'Set --use-service-account-credentials=true in the arguments of the DaemonSet, Deployment or static pod that runs it, or in the values of its chart.',
      k3s: 'Remove use-service-account-credentials from kube-cloud-controller-manager-arg on the servers.',
      mayBreak:
        'The ServiceAccounts of the controllers (node-controller, route-controller, service-controller, cloud-provider) need roles: make and bind them first, and let the manager create their tokens.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
      {
        title: 'Controller roles',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#controller-roles',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:cloud-controller-manager',
  setting: 'use-service-account-credentials',
  expected: 'true',
  passes: (value) => value === true,
  broken: () => 'all cloud controllers act with one credential',
});
