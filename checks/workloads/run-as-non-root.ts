import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { isPrivilegedByNeed } from '../../src/judge/workloads/needed-privileges.ts';
import { effectiveSecurity } from '../../src/judge/workloads/workload-security.ts';
import {
  containerPath,
  type Fault,
  faultOpinion,
  judgeWorkloads,
  type Opinion,
  shapeAbsence,
  shapeEvidence,
} from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { ShapeContainer, WorkloadShape } from '../../src/model/workload-shape.ts';
import type { Node } from '../../src/shapes/generated.ts';

/** The first minor whose kubelets make user namespaces without a feature gate. */
const USER_NAMESPACES_FROM = 33;

export default automated({
  meta: {
    id: 'workloads/run-as-non-root',
    component: 'workloads',
    severity: 'medium',
    population: true,
    title: { holds: 'No container can run as root but those that have to', broken: 'Containers may run as root' },
    rationale:
      'Where neither the pod nor the container says otherwise, the image decides, and many images run as root. Root in a container is root on the node as soon as a mount, a capability or a hole in the runtime lets it out. In a user namespace (hostUsers: false) it is nobody on the node.',
    remediation: {
      any: 'Set securityContext.runAsNonRoot to true for the pod and runAsUser to a user of the image; the kubelet then refuses to start a container as root. Where root is needed, set hostUsers to false (Kubernetes 1.33 and newer).',
      mayBreak:
        'Images that write to places of root, or listen on ports below 1024 without the capability, fail to start: give volumes an fsGroup, and use a port above 1024.',
    },
    references: [
      {
        title: 'Kubernetes: Pod Security Standards, restricted',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
      },
      {
        title: 'Kubernetes: user namespaces',
        url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.7' },
      { benchmark: 'NSA/CISA', number: 'Pod security/Non-root' },
      { benchmark: 'Prowler', number: 'core_minimize_root_containers_admission' },
      { benchmark: 'Kubescape', number: 'C-0013' },
      { benchmark: 'Kubescape', number: 'C-0198' },
      { benchmark: 'Kubescape', number: 'C-0218' },
      { benchmark: 'Trivy', number: 'KSV-0012' },
      { benchmark: 'Popeye', number: '302' },
      { benchmark: 'Popeye', number: '306' },
      { benchmark: 'kube-linter', number: 'run-as-non-root' },
      { benchmark: 'Polaris', number: 'runAsRootAllowed' },
      { benchmark: 'kubeaudit', number: 'nonroot' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  wants: ['nodes'],
  evaluate: ({ 'workload-shapes': shapes, nodes }) =>
    judgeWorkloads(shapes, (shape) => {
      if (shape.os === 'windows') {
        const evidence = [shapeEvidence(shape, '/os/name', 'windows', 'linux')] as const;
        return { verdict: 'not-applicable', evidence, because: 'Windows has no root user' };
      }
      const fault = faultOpinion(shape, (container) => mayBeRoot(shape, container));
      if (fault === undefined)
        return { verdict: 'pass', evidence: [shapeAbsence(shape, '', 'a container that may run as root')] };
      if (shape.hostUsers === false) return inUserNamespace(shape, nodes);
      if (!isPrivilegedByNeed(shape)) return fault;
      const evidence = [shapeEvidence(shape, '/containers/0/securityContext/privileged', true, 'true')] as const;
      return { verdict: 'not-applicable', evidence, because: 'it has to be privileged, and root' };
    }),
});

/** Root with a user namespace of its own, where every kubelet makes one: older ones start the pod without. */
function inUserNamespace(shape: WorkloadShape, nodes: Gathered<readonly Node[]>): Opinion {
  const evidence = [shapeEvidence(shape, '/hostUsers', false, 'false')] as const;
  if (nodes.state === 'failed') return { verdict: 'unknown', evidence, because: nodes.failure };
  const old = nodes.value.find(({ status }) => !makesUserNamespaces(status.nodeInfo.kubeletVersion));
  if (old === undefined)
    return { verdict: 'pass', evidence, message: 'root in its user namespace is nobody on the node' };
  const { kubeletVersion } = old.status.nodeInfo;
  const detail = `kubelet ${kubeletVersion} on ${old.metadata.name} makes user namespaces only where a feature gate says so`;
  return { verdict: 'unknown', evidence, because: { code: 'not-visible', detail } };
}

function makesUserNamespaces(kubeletVersion: string): boolean {
  const parsed = parseKubernetesVersion(kubeletVersion);
  return parsed !== undefined && (parsed.major > 1 || parsed.minor >= USER_NAMESPACES_FROM);
}

function mayBeRoot(shape: WorkloadShape, container: ShapeContainer): Fault | undefined {
  const user = effectiveSecurity(shape, container, 'runAsUser');
  if (user !== undefined && user !== 0) return undefined;
  // The kubelet refuses to start a container that must not be root and is told to be user 0.
  if (effectiveSecurity(shape, container, 'runAsNonRoot') === true) return undefined;
  const own = `${containerPath(container)}/securityContext`;
  if (user === 0) {
    const at = container.securityContext?.runAsUser === 0 ? own : '/securityContext';
    return { evidence: shapeEvidence(shape, `${at}/runAsUser`, 0, 'another user'), what: 'runs as root' };
  }
  return { evidence: shapeAbsence(shape, `${own}/runAsNonRoot`, 'true'), what: 'may run as root: its image decides' };
}
