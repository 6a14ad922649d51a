import { unlessNeeded } from '../../src/judge/workloads/needed-privileges.ts';
import { judgeWorkloads, shapeAbsence, shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'workloads/host-network',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'high',
    population: true,
    title: {
      holds: 'No pod uses the network of its node but those that have to',
      broken: 'Pods use the network of their node',
    },
    rationale:
      'With hostNetwork a container listens on the addresses of the node, reaches services that listen on localhost only, such as the kubelet or a cloud metadata service, and is outside of every NetworkPolicy.',
    remediation: {
      any: 'Remove hostNetwork and publish the port by a Service; where the port of the node is needed, use hostPort for that one port.',
      mayBreak:
        'Ingress controllers and DNS caches that listen on the addresses of the node change theirs, and source addresses may be translated.',
    },
    references: [
      {
        title: 'Kubernetes: Pod Security Standards, baseline',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.5' },
      { benchmark: 'NSA/CISA', number: 'Pod security enforcement' },
      { benchmark: 'Prowler', number: 'core_minimize_hostNetwork_containers' },
      { benchmark: 'Kubescape', number: 'C-0041' },
      { benchmark: 'Kubescape', number: 'C-0196' },
      { benchmark: 'Kubescape', number: 'C-0216' },
      { benchmark: 'Trivy', number: 'KSV-0009' },
      { benchmark: 'kube-linter', number: 'host-network' },
      { benchmark: 'Polaris', number: 'hostNetworkSet' },
      { benchmark: 'kubeaudit', number: 'hostns' },
      { benchmark: 'CIS EKS', number: '4.2.4' },
      { benchmark: 'CIS AKS', number: '4.2.4' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      if (!shape.hostNetwork) return { verdict: 'pass', evidence: [shapeAbsence(shape, '/hostNetwork', 'true')] };
      const evidence = shapeEvidence(shape, '/hostNetwork', true, 'false');
      return unlessNeeded(shape, 'host-network', {
        verdict: 'fail',
        evidence: [evidence],
        message: 'uses the network of its node',
      });
    }),
});
