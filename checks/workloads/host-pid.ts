import { unlessNeeded } from '../../src/judge/workloads/needed-privileges.ts';
import { judgeWorkloads, shapeAbsence, shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'workloads/host-pid',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'high',
    population: true,
    title: {
      holds: 'No pod shares the process namespace of its node',
      broken: 'Pods share the process namespace of their node',
    },
    rationale:
      'With hostPID a container sees every process of the node, reads their environment and arguments, and may signal or trace those of its user. Together with root it is a way out of the container.',
    remediation: {
      any: 'Remove hostPID from the pod template. For a debugger, share the processes of one pod instead: shareProcessNamespace, or an ephemeral container.',
      mayBreak:
        'Agents that watch the processes of the node (monitoring, profilers, some security sensors) stop seeing them.',
    },
    references: [
      {
        title: 'Kubernetes: Pod Security Standards, baseline',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.3' },
      { benchmark: 'NSA/CISA', number: 'Pod security enforcement' },
      { benchmark: 'Prowler', number: 'core_minimize_hostPID_containers' },
      { benchmark: 'Kubescape', number: 'C-0038' },
      { benchmark: 'Kubescape', number: 'C-0194' },
      { benchmark: 'Kubescape', number: 'C-0214' },
      { benchmark: 'Kubescape', number: 'C-0275' },
      { benchmark: 'Trivy', number: 'KSV-0010' },
      { benchmark: 'kube-linter', number: 'host-pid' },
      { benchmark: 'Polaris', number: 'hostPIDSet' },
      { benchmark: 'kubeaudit', number: 'hostns' },
      { benchmark: 'CIS EKS', number: '4.2.2' },
      { benchmark: 'CIS AKS', number: '4.2.2' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      if (!shape.hostPID) return { verdict: 'pass', evidence: [shapeAbsence(shape, '/hostPID', 'true')] };
      const evidence = shapeEvidence(shape, '/hostPID', true, 'false');
      return unlessNeeded(shape, 'host-pid', {
        verdict: 'fail',
        evidence: [evidence],
        message: 'shares the process namespace of its node',
      });
    }),
});
