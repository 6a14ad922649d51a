import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

/** Nothing, or a cloud controller manager beside it. */
const OUTSIDE = new Set(['', 'external']);

export default settingCheck({
  meta: {
    id: 'kube-controller-manager/cloud-provider',
    component: 'kube-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'The controller manager talks to no cloud by itself',
      broken: 'The controller manager talks to a cloud by code that was removed',
    },
    rationale:
      'With the name of a cloud in --cloud-provider the controller manager itself holds the credentials of the cloud account, beside the keys that sign certificates and tokens. That code left Kubernetes one cloud after the other (OpenStack 1.26, AWS 1.27, Azure 1.30, Google 1.31) and gets no fixes; from 1.32 on the controller manager does not start with it.',
    remediation: {
      kubeadm:
        'Install the cloud controller manager of the cloud, then set --cloud-provider=external, or remove the flag where there is no cloud, and remove --cloud-config, in /etc/kubernetes/manifests/kube-controller-manager.yaml on each control-plane node.',
      k3s: 'Remove cloud-provider and cloud-config from kube-controller-manager-arg on the servers.',
      mayBreak:
        'Until the cloud controller manager runs, new nodes stay tainted and load balancers are not changed: follow the migration guide, kubelets need --cloud-provider=external too.',
    },
    references: [
      {
        title: 'Migrate to the cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/controller-manager-leader-migration/',
      },
      {
        title: 'The removal of in-tree cloud providers',
        url: 'https://kubernetes.io/blog/2024/05/20/completing-cloud-provider-migration/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  setting: 'cloud-provider',
  expected: 'external, or not set',
  passes: (value) => OUTSIDE.has(String(value)),
  broken: (value) => `the credentials of ${value} lie with the controller manager`,
});
