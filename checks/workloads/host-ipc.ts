import { judgeWorkloads, shapeAbsence, shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'workloads/host-ipc',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'high',
    population: true,
    title: {
      holds: 'No pod shares the IPC namespace of its node',
      broken: 'Pods share the IPC namespace of their node',
    },
    rationale:
      'With hostIPC a container reaches the shared memory, semaphores and message queues of the processes of the node, and may read or change what they exchange.',
    remediation: {
      any: 'Remove hostIPC from the pod template; containers of one pod share memory without it.',
      mayBreak:
        'Programs that exchange data with a process of the node through shared memory, such as some databases and GPU tools, lose it.',
    },
    references: [
      {
        title: 'Kubernetes: Pod Security Standards, baseline',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.4' },
      { benchmark: 'NSA/CISA', number: 'Pod security enforcement' },
      { benchmark: 'Prowler', number: 'core_minimize_hostIPC_containers' },
      { benchmark: 'Kubescape', number: 'C-0038' },
      { benchmark: 'Kubescape', number: 'C-0195' },
      { benchmark: 'Kubescape', number: 'C-0215' },
      { benchmark: 'Kubescape', number: 'C-0276' },
      { benchmark: 'Trivy', number: 'KSV-0008' },
      { benchmark: 'kube-linter', number: 'host-ipc' },
      { benchmark: 'Polaris', number: 'hostIPCSet' },
      { benchmark: 'kubeaudit', number: 'hostns' },
      { benchmark: 'CIS EKS', number: '4.2.3' },
      { benchmark: 'CIS AKS', number: '4.2.3' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      if (!shape.hostIPC) return { verdict: 'pass', evidence: [shapeAbsence(shape, '/hostIPC', 'true')] };
      const evidence = shapeEvidence(shape, '/hostIPC', true, 'false');
      return { verdict: 'fail', evidence: [evidence], message: 'shares the IPC namespace of its node' };
    }),
});
