import { held } from '../../src/judge/gathered.ts';
import { containerOf, podOf, type Running, runningOf } from '../../src/judge/settings/instance-pods.ts';
import { fieldOf, needlessHostPaths, type PodFault } from '../../src/judge/workloads/pod-faults.ts';
import { effectiveSecurity } from '../../src/judge/workloads/workload-security.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Node, Pod } from '../../src/shapes/generated.ts';

/** Where its configuration, certificates and what they hold of the cloud lie on a control-plane node. */
const NEEDED = ['/etc/kubernetes', '/etc/cloud'];
const ROLES = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

export default automated({
  meta: {
    id: 'cloud-controller-manager/pod-hardening',
    component: 'cloud-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The pod of the cloud controller manager is confined',
      broken: 'The pod of the cloud controller manager is not confined',
    },
    rationale:
      'It holds a login of the cloud account and broad rights in the cluster. On a worker node, beside pods of users, whoever escapes from one of those finds both; as root with all capabilities and a root file system to write to, a flaw in it goes further than it must.',
    remediation: {
      any: 'In its DaemonSet, Deployment, static pod or the values of its chart set a nodeSelector for node-role.kubernetes.io/control-plane (with the toleration for its taint), securityContext.runAsNonRoot: true or capabilities.drop: [ALL], readOnlyRootFilesystem: true, and remove the named volumes. hostNetwork, and the toleration of node.cloudprovider.kubernetes.io/uninitialized, it needs.',
      mayBreak:
        'A manager that reads a file which root alone may read, or writes one beside its binary, does not start: try it on one replica, and keep the old manifest.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
      {
        title: 'Configure a security context',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:cloud-controller-manager'],
  wants: ['control-plane-pods', 'nodes'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:cloud-controller-manager'];
    const pods = held(cluster['control-plane-pods']);
    return each(instances, (instance) => judge(instance, pods, cluster.nodes), none);
  },
});

const NO_POD: Uncertainty = {
  code: 'not-visible',
  detail: 'it runs in no pod that was read: how it is confined does not show in the API',
};

function judge(instance: Instance, pods: readonly Pod[], nodes: Gathered<readonly Node[]>): Finding {
  const { subject } = instance;
  const pod = podOf(instance, pods);
  const running = runningOf(instance, pods);
  if (pod === undefined || running === undefined) return { verdict: 'unknown', subject, evidence: [], because: NO_POD };
  const place = placeOf(pod, nodes);
  const found = [...('what' in place ? [place] : []), ...securityFaults(instance, running)];
  const [first, ...rest] = [...found, ...needlessHostPaths(running, NEEDED)];
  if (first !== undefined) {
    const message = [first, ...rest].map(({ what }) => what).join('; ');
    return { verdict: 'fail', subject, evidence: [first.evidence, ...rest.map(({ evidence }) => evidence)], message };
  }
  if ('code' in place) return { verdict: 'unknown', subject, evidence: [], because: place };
  const node = fieldOf(running.object, '/spec/nodeName', pod.spec.nodeName, 'a control-plane node');
  const sought = `a path of the host besides ${NEEDED.join(', ')}`;
  return {
    verdict: 'pass',
    subject,
    evidence: [node, { from: 'absence', object: running.object, pointer: '/spec', sought }],
  };
}

/** A fault where the pod is on a worker; nothing where no node is labelled as a control-plane node, as on managed planes. */
function placeOf(
  { metadata, spec }: Pod,
  nodes: Gathered<readonly Node[]>,
): PodFault | Uncertainty | Record<never, never> {
  if (nodes.state === 'failed') return nodes.failure;
  const isPlane = ({ metadata: { labels } }: Node) => ROLES.some((role) => labels[role] !== undefined);
  const own = nodes.value.find((node) => node.metadata.name === spec.nodeName);
  if (own === undefined) return { code: 'incomplete', detail: `node ${spec.nodeName} was not read` };
  if (isPlane(own) || !nodes.value.some(isPlane)) return {};
  const object = { apiVersion: 'v1', kind: 'Pod', name: metadata.name, namespace: metadata.namespace };
  const evidence = fieldOf(object, '/spec/nodeName', spec.nodeName, 'a control-plane node');
  return { what: `runs on ${spec.nodeName}, which is no control-plane node`, evidence };
}

function securityFaults(instance: Instance, running: Running): readonly PodFault[] {
  const own = containerOf(instance, running);
  if (own === undefined) return [];
  const { container, pointer } = own;
  const { object, spec } = running;
  const { capabilities, privileged, readOnlyRootFilesystem } = container.securityContext ?? {};
  const found: PodFault[] = [];
  const lacks = (what: string, sought: string): void => {
    found.push({ what, evidence: { from: 'absence', object, pointer, sought } });
  };
  if (privileged === true) {
    found.push({
      what: 'is privileged',
      evidence: fieldOf(object, `${pointer}/securityContext/privileged`, true, 'false'),
    });
  }
  const root =
    effectiveSecurity(spec, container, 'runAsNonRoot') !== true &&
    (effectiveSecurity(spec, container, 'runAsUser') ?? 0) === 0;
  const dropsAll = capabilities?.drop.some((one) => one.toUpperCase() === 'ALL') === true;
  if (root && !dropsAll) lacks('may run as root with capabilities', 'runAsNonRoot, or capabilities.drop: [ALL]');
  if (readOnlyRootFilesystem !== true) lacks('may write to its root file system', 'readOnlyRootFilesystem: true');
  return found;
}
