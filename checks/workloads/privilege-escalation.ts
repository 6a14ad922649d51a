import { isPrivilegedByNeed } from '../../src/judge/workloads/needed-privileges.ts';
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
    id: 'workloads/privilege-escalation',
    component: 'workloads',
    severity: 'medium',
    population: true,
    title: {
      holds: 'All containers forbid gaining privileges',
      broken: 'Containers allow gaining privileges',
    },
    rationale:
      'Unless allowPrivilegeEscalation is false, a process may get more rights than its parent through a setuid program such as sudo or ping, so a container that starts as an ordinary user can still become root. Leaving the field out allows it.',
    remediation: {
      any: 'Set securityContext.allowPrivilegeEscalation to false for each container, init containers included.',
      mayBreak:
        'Programs that rely on setuid helpers (sudo, su, ping on old images) fail in such a container; privileged containers and those with CAP_SYS_ADMIN cannot set it.',
    },
    references: [
      {
        title: 'Kubernetes: security context',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
      },
      {
        title: 'Kubernetes: Pod Security Standards, restricted',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.6' },
      { benchmark: 'NSA/CISA', number: 'Pod security enforcement' },
      { benchmark: 'Prowler', number: 'core_minimize_allowPrivilegeEscalation_containers' },
      { benchmark: 'Kubescape', number: 'C-0016' },
      { benchmark: 'Kubescape', number: 'C-0197' },
      { benchmark: 'Kubescape', number: 'C-0217' },
      { benchmark: 'Trivy', number: 'KSV-0001' },
      { benchmark: 'kube-linter', number: 'privilege-escalation-container' },
      { benchmark: 'Polaris', number: 'privilegeEscalationAllowed' },
      { benchmark: 'kubeaudit', number: 'privesc' },
      { benchmark: 'CIS EKS', number: '4.2.5' },
      { benchmark: 'CIS AKS', number: '4.2.5' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      if (shape.os === 'windows') {
        const evidence = [shapeEvidence(shape, '/os/name', 'windows', 'linux')] as const;
        return { verdict: 'not-applicable', evidence, because: 'Windows containers do not have this setting' };
      }
      const fault = faultOpinion(shape, (container) => allowed(shape, container));
      if (fault === undefined) {
        return {
          verdict: 'pass',
          evidence: [shapeAbsence(shape, '', 'a container without allowPrivilegeEscalation: false')],
        };
      }
      if (!isPrivilegedByNeed(shape)) return fault;
      const because = 'it has to be privileged, so the setting cannot be false';
      const privileged = shapeEvidence(shape, '/containers/0/securityContext/privileged', true, 'true');
      return { verdict: 'not-applicable', evidence: [privileged], because };
    }),
});

function allowed(shape: WorkloadShape, container: ShapeContainer): Fault | undefined {
  const given = container.securityContext?.allowPrivilegeEscalation;
  if (given === false) return undefined;
  const path = `${containerPath(container)}/securityContext/allowPrivilegeEscalation`;
  if (given === true) return { evidence: shapeEvidence(shape, path, true, 'false'), what: 'allows gaining privileges' };
  return { evidence: shapeAbsence(shape, path, 'false'), what: 'does not forbid gaining privileges' };
}
