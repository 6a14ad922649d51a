import { items } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/unsafe-sysctls',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Pods cannot set kernel parameters that are not known to be safe',
      broken: 'Pods may set kernel parameters that are not known to be safe',
    },
    rationale:
      'Kubernetes calls a sysctl safe where it is proven to reach neither other pods nor the node. With others allowed, whoever may create a pod can take memory that no limit counts, or change how the node handles packets, and so harm its neighbours.',
    remediation: {
      kubeadm:
        'Remove allowedUnsafeSysctls from the kubelet-config ConfigMap in kube-system and from /var/lib/kubelet/config.yaml on every node, then restart the kubelet. Where one workload needs a sysctl, allow that one by name on nodes of their own, kept apart by a taint.',
      k3s: 'Remove allowed-unsafe-sysctls from kubelet-arg.',
      managed: 'Remove it from the kubelet configuration of the node pool.',
      mayBreak:
        'Pods that set such a sysctl are rejected with SysctlForbidden when they are next scheduled: look for securityContext.sysctls first.',
    },
    references: [
      {
        title: 'Using sysctls in a cluster',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  linuxOnly: true,
  setting: 'allowedUnsafeSysctls',
  expected: 'none',
  passes: (value) => items(value).length === 0,
  broken: (value) => {
    const [patterns, names] = [true, false].map((wild) => items(value).filter((one) => one.endsWith('*') === wild));
    const all = patterns?.map((one) => `all that begin with ${one.slice(0, -1)}`) ?? [];
    return `allows ${[...all, ...(names ?? [])].join(', ')}`;
  },
});
