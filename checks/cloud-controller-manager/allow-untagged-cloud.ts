import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'cloud-controller-manager/allow-untagged-cloud',
    component: 'cloud-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'Cloud resources are told apart by the id of the cluster',
      broken: 'Cloud resources of several clusters are not told apart',
    },
    rationale:
      'By the id of the cluster, a tag, the manager tells its own machines, disks and load balancers from those of others in the same cloud account. --allow-untagged-cloud lets it run without one: two clusters may then change or delete what is the other’s, and who can make Services in one can reach into the other.',
    remediation: {
      any: 'Tag the machines and networks with the id of the cluster as the documentation of the cloud says, then remove --allow-untagged-cloud, which is deprecated, from the arguments of the DaemonSet, Deployment or static pod that runs it, or from the values of its chart.',
      k3s: 'Remove allow-untagged-cloud from kube-cloud-controller-manager-arg on the servers.',
      mayBreak: 'Without the flag the manager does not start until the machines bear the tag.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:cloud-controller-manager',
  setting: 'allow-untagged-cloud',
  expected: 'not set',
  passes: (value) => value === false,
  broken: () => 'it runs although its machines may bear no id of the cluster',
});
