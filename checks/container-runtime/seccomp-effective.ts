import { judgeSeccomp, seccompDefault } from '../../src/judge/workloads/seccomp.ts';
import { judgeWorkloads } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'container-runtime/seccomp-effective',
    component: 'container-runtime',
    severity: 'medium',
    population: true,
    title: {
      holds: 'A seccomp profile is in force for every container that can have one',
      broken: 'Containers run without a seccomp profile',
    },
    rationale:
      'Seccomp keeps containers from the system calls that exploits of the kernel begin with, such as unshare and io_uring. A container has a profile if it or its pod names one, or if its kubelet fills in RuntimeDefault; kubevet puts the three together. Privileged containers never have one: workloads/privileged tells of those.',
    remediation: {
      any: 'Set securityContext.seccompProfile.type: RuntimeDefault in the pod template, or seccompDefault: true in the configuration of all kubelets (see kubelet/seccomp-default).',
      mayBreak:
        'Programs that use blocked system calls (debuggers, some sandboxes, io_uring) get EPERM: give those a profile of type Localhost. Pods are restarted when their template changes.',
    },
    references: [
      { title: 'Kubernetes: seccomp', url: 'https://kubernetes.io/docs/tutorials/security/seccomp/' },
      {
        title: 'Kubernetes: Pod Security Standards',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.6.2' },
      { benchmark: 'NSA/CISA', number: 'Hardening container environments' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  wants: ['settings:kubelet'],
  evaluate: ({ 'workload-shapes': shapes, 'settings:kubelet': kubelets }) => {
    const byDefault = seccompDefault(kubelets);
    return judgeWorkloads(shapes, (shape) => judgeSeccomp(shape, byDefault));
  },
});
