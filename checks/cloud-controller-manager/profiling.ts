import { profilingCheck } from '../../src/judge/settings/serving-checks.ts';

export default profilingCheck({
  meta: {
    id: 'cloud-controller-manager/profiling',
    component: 'cloud-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'Profiling of the cloud controller manager is off',
      broken: 'Profiling of the cloud controller manager is on',
    },
    rationale:
      'Profiles below /debug/pprof show memory and call stacks of the cloud controller manager and cost it time while they are taken. Profiling is on unless switched off.',
    remediation: {
      any: 'Add --profiling=false in the arguments of the DaemonSet, Deployment or static pod that runs it, or in the values of the chart that installed it.',
      k3s: 'Add profiling=false to kube-cloud-controller-manager-arg on the servers.',
      mayBreak:
        'No more profiles for support cases; switch it on again for as long as one needs them. The manager of a vendor that does not know the flag does not start with it: look at its --help first.',
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
});
