import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kubelet/seccomp-default',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: "Containers get the runtime's seccomp profile by default",
      broken: 'Containers without a seccomp profile may use every system call',
    },
    rationale:
      'A pod that names no seccomp profile runs unconfined unless the kubelet fills in RuntimeDefault. That profile blocks the system calls that kernel exploits need and ordinary programs do not. It is off unless switched on.',
    remediation: {
      kubeadm:
        'Set seccompDefault: true in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet. Begin with one node: it concerns containers that start afterwards.',
      k3s: 'Add seccomp-default=true to kubelet-arg on every node.',
      managed:
        'Set it in the kubelet configuration of the node pool where the provider offers that, else set seccompProfile in the pods.',
      mayBreak:
        'Containers that use blocked system calls (mount, ptrace in some runtimes, perf, io_uring) get EPERM: set seccompProfile Unconfined on those pods first. Needs kubelet 1.25 or newer without a feature gate.',
    },
    references: [
      {
        title: 'Default seccomp profiles',
        url: 'https://kubernetes.io/docs/tutorials/security/seccomp/#enable-the-use-of-runtimedefault-as-the-default-seccomp-profile-for-all-workloads',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '4.2.14' },
      { benchmark: 'NSA/CISA', number: 'Hardening container environments' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  linuxOnly: true,
  setting: 'seccompDefault',
  expected: 'true',
  passes: (value) => value === true,
  broken: () => 'containers that name no profile run unconfined',
});
