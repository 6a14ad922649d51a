import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/protect-kernel-defaults',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'Kubelets leave the kernel settings of the node alone',
      broken: 'Kubelets change kernel settings of the node',
    },
    rationale:
      'A kubelet wants certain sysctls. With protectKernelDefaults it stops when they differ, otherwise it silently overwrites what the administrator set.',
    remediation: {
      kubeadm:
        'First set vm.overcommit_memory=1, vm.panic_on_oom=0, kernel.panic=10, kernel.panic_on_oops=1, kernel.keys.root_maxkeys=1000000 and kernel.keys.root_maxbytes=25000000 by sysctl (in /etc/sysctl.d, so that they last) on every node; then set protectKernelDefaults: true in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Add protect-kernel-defaults=true to the configuration of k3s or RKE2 after setting the sysctls.',
      mayBreak: 'A kubelet whose node has other values does not start: set the sysctls first, one node at a time.',
    },
    references: [
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0177' },
      { benchmark: 'Trivy', number: 'KCV-0083' },
      { benchmark: 'DISA STIG', number: 'V-242434' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  linuxOnly: true,
  setting: 'protectKernelDefaults',
  expected: 'true',
  passes: (value) => value === true,
  broken: () => 'the kubelet changes sysctls that differ from what it wants',
});
