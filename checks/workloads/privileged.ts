import { unlessNeeded } from '../../src/judge/workloads/needed-privileges.ts';
import {
  containerPath,
  type Fault,
  faultOpinion,
  judgeWorkloads,
  shapeAbsence,
  shapeEvidence,
} from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';
import type { ShapeContainer, WorkloadShape } from '../../src/model/workload-shape.ts';

export default automated({
  meta: {
    id: 'workloads/privileged',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'critical',
    population: true,
    title: { holds: 'No container is privileged but those that have to be', broken: 'Containers are privileged' },
    rationale:
      'A privileged container has every capability, every device of the node and no seccomp or AppArmor profile: whoever gets into it owns the node, and from there each pod on it. A Windows HostProcess container is the same on Windows.',
    remediation: {
      any: 'Set securityContext.privileged to false and add the single capabilities or device plugins that the program needs. Label the namespace pod-security.kubernetes.io/enforce=baseline, so that no other comes.',
      mayBreak:
        'Network, storage and device agents may stop working: their documentation says which capabilities they need instead. The pods are restarted.',
    },
    references: [
      {
        title: 'Kubernetes: Pod Security Standards',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
      },
      {
        title: 'Kubernetes: security context',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.2' },
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.10' },
      { benchmark: 'NSA/CISA', number: 'Pod security/Privileged containers' },
      { benchmark: 'DISA STIG', number: 'V-242435' },
      { benchmark: 'Prowler', number: 'core_minimize_privileged_containers' },
      { benchmark: 'Kubescape', number: 'C-0057' },
      { benchmark: 'Kubescape', number: 'C-0193' },
      { benchmark: 'Kubescape', number: 'C-0213' },
      { benchmark: 'Trivy', number: 'KSV-0017' },
      { benchmark: 'kube-linter', number: 'privileged-container' },
      { benchmark: 'Polaris', number: 'runAsPrivileged' },
      { benchmark: 'kubeaudit', number: 'privileged' },
      { benchmark: 'CIS EKS', number: '4.2.1' },
      { benchmark: 'CIS AKS', number: '4.2.1' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      const fault = faultOpinion(shape, (container) => privileged(shape, container));
      if (fault !== undefined)
        return unlessNeeded(shape, 'privileged', fault, (one) => privileged(shape, one) !== undefined);
      return { verdict: 'pass', evidence: [shapeAbsence(shape, '', 'a container with privileged: true')] };
    }),
});

function privileged(shape: WorkloadShape, container: ShapeContainer): Fault | undefined {
  const path = `${containerPath(container)}/securityContext`;
  const own = container.securityContext;
  if (own?.privileged === true) {
    return { evidence: shapeEvidence(shape, `${path}/privileged`, true, 'false'), what: 'is privileged' };
  }
  const ownHostProcess = own?.windowsOptions?.hostProcess;
  if ((ownHostProcess ?? shape.securityContext?.windowsOptions?.hostProcess) !== true) return undefined;
  const at = ownHostProcess === undefined ? '/securityContext' : path;
  const evidence = shapeEvidence(shape, `${at}/windowsOptions/hostProcess`, true, 'false');
  return { evidence, what: 'is a Windows HostProcess container' };
}
