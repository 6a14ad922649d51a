import { isPrivilegedByNeed } from '../../src/judge/workloads/needed-privileges.ts';
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

const NET_RAW = ['NET_RAW', 'ALL'];
/** A name that Kubernetes does not know: containerd puts another CAP_ before it, and drops nothing. */
const PREFIXED = 'CAP_NET_RAW';

export default automated({
  meta: {
    id: 'workloads/net-raw',
    component: 'workloads',
    severity: 'medium',
    population: true,
    title: { holds: 'All containers drop NET_RAW', broken: 'Containers keep NET_RAW' },
    rationale:
      'With NET_RAW a container writes packets of any content and can forge ARP and DNS answers to take over the traffic of other pods of its node. containerd and Docker give it to every container that does not drop it; CRI-O leaves it out by default.',
    remediation: {
      any: 'Set securityContext.capabilities.drop to [ALL] for each container, and add back the single capabilities that it needs.',
      mayBreak:
        'ping with raw sockets, packet capture and some VPN and load balancer programs need NET_RAW; dropping ALL also takes CHOWN, SETUID and NET_BIND_SERVICE from programs that start as root.',
    },
    references: [
      {
        title: 'Kubernetes: set capabilities for a container',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
      },
      {
        title: 'Kubernetes: Pod Security Standards, restricted',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.2.8' },
      { benchmark: 'Prowler', number: 'core_minimize_net_raw_capability_admission' },
      { benchmark: 'Kubescape', number: 'C-0199' },
      { benchmark: 'Trivy', number: 'KSV-0119' },
      { benchmark: 'kube-linter', number: 'drop-net-raw-capability' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  wants: ['nodes'],
  evaluate: ({ 'workload-shapes': shapes, nodes }) => {
    const crio = someOnCrio(nodes);
    return judgeWorkloads(shapes, (shape) => judge(shape, crio));
  },
});

/** Whether a container may land on a node whose runtime does not give NET_RAW by default. */
const someOnCrio = (nodes: Gathered<readonly Node[]>): boolean =>
  nodes.state !== 'failed' &&
  nodes.value.some(({ status }) => status.nodeInfo.containerRuntimeVersion.startsWith('cri-o:'));

function judge(shape: WorkloadShape, crio: boolean): Opinion {
  if (shape.os === 'windows') {
    const evidence = [shapeEvidence(shape, '/os/name', 'windows', 'linux')] as const;
    return { verdict: 'not-applicable', evidence, because: 'Windows has no capabilities' };
  }
  const given = faultOpinion(shape, (container) => givenExplicitly(shape, container));
  const kept = given ?? faultOpinion(shape, (container) => keptByDefault(shape, container));
  if (kept === undefined)
    return { verdict: 'pass', evidence: [shapeAbsence(shape, '', 'a container that keeps NET_RAW')] };
  if (isPrivilegedByNeed(shape)) {
    const evidence = [shapeEvidence(shape, '/containers/0/securityContext/privileged', true, 'true')] as const;
    return { verdict: 'not-applicable', evidence, because: 'it has to be privileged, and has every capability' };
  }
  if (given !== undefined || !crio) return kept;
  const detail = `${kept.message}, and the default capabilities of CRI-O decide, which its configuration on the node sets`;
  return { verdict: 'unknown', evidence: kept.evidence, because: { code: 'not-visible', detail } };
}

function givenExplicitly(shape: WorkloadShape, container: ShapeContainer): Fault | undefined {
  const path = `${containerPath(container)}/securityContext`;
  const { privileged, capabilities } = container.securityContext ?? {};
  if (privileged === true) {
    return {
      evidence: shapeEvidence(shape, `${path}/privileged`, true, 'false'),
      what: 'is privileged and has every capability',
    };
  }
  if (capabilities === undefined || !capabilities.add.some(isNetRaw)) return undefined;
  const added = shapeEvidence(shape, `${path}/capabilities/add`, capabilities.add, 'without NET_RAW');
  return { evidence: added, what: 'adds NET_RAW' };
}

function keptByDefault(shape: WorkloadShape, container: ShapeContainer): Fault | undefined {
  const drop = container.securityContext?.capabilities?.drop ?? [];
  if (drop.some((name) => NET_RAW.includes(name.toUpperCase()))) return undefined;
  const path = `${containerPath(container)}/securityContext/capabilities/drop`;
  if (drop.some((name) => name.toUpperCase() === PREFIXED)) {
    const evidence = shapeEvidence(shape, path, drop, 'NET_RAW or ALL');
    return { evidence, what: 'drops CAP_NET_RAW, a name that only counts without CAP_' };
  }
  return { evidence: shapeAbsence(shape, path, 'NET_RAW or ALL'), what: 'does not drop NET_RAW' };
}

const isNetRaw = (name: string): boolean => NET_RAW.includes(name.toUpperCase().replace(/^CAP_/, ''));
