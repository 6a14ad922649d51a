import { listOf } from '../../src/derive/places.ts';
import { shapeEvidence } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';
import type { Evaluation, Evidence, Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { WorkloadShape } from '../../src/model/workload-shape.ts';
import type { RuntimeClass } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'container-runtime/sandbox-available',
    component: 'container-runtime',
    severity: 'low',
    population: false,
    title: {
      holds: 'A sandbox is in use for pods that are trusted less',
      broken: 'No sandbox is there for pods that are trusted less',
    },
    rationale:
      'Ordinary containers share the kernel of their node. Code of customers, plugins and builds that nobody reviewed is better off in a sandbox (gVisor) or a small virtual machine (Kata Containers), where an exploit of the kernel reaches the sandbox only. Whether a cluster runs such code a person must say.',
    remediation: {
      kubeadm:
        'Install gVisor or Kata Containers on some nodes, add its handler to the configuration of containerd, create a RuntimeClass with that handler, and set runtimeClassName in the pods that are trusted less.',
      managed: 'GKE: a node pool with GKE Sandbox. AKS: pod sandboxing. Elsewhere as on machines of your own.',
      mayBreak:
        'Sandboxed pods start later, are slower with many system calls, and cannot use host namespaces or most devices.',
    },
    references: [
      { title: 'Kubernetes: runtime classes', url: 'https://kubernetes.io/docs/concepts/containers/runtime-class/' },
      { title: 'gVisor', url: 'https://gvisor.dev/docs/' },
      { title: 'Kata Containers', url: 'https://katacontainers.io/' },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0233' },
      { benchmark: 'Kubescape', number: 'C-0249' },
    ],
    since: '0.1.0',
  },
  needs: ['runtime-classes'],
  wants: ['workload-shapes'],
  evaluate: ({ 'runtime-classes': classes, 'workload-shapes': shapes }) => evaluate(classes, shapes),
});

/** Handlers of sandboxes, as their installers name them. */
const SANDBOX = /^(?:runsc|gvisor|kata)(?:[-_.].*)?$|^(?:kata|gvisor)/i;

function evaluate(classes: readonly RuntimeClass[], shapes: Gathered<readonly WorkloadShape[]>): Evaluation {
  const sandboxes = classes
    .filter(({ handler }) => handler === '' || SANDBOX.test(handler))
    .sort((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1));
  const [first, ...rest] = sandboxes.map((one) => judge(one, shapes));
  if (first !== undefined) return [first, ...rest];
  const object = listOf('node.k8s.io/v1', 'RuntimeClass');
  return [
    {
      verdict: 'review',
      subject: { kind: 'Component', name: 'container-runtime' },
      evidence: [{ from: 'absence', object, pointer: '/handler', sought: 'the handler of a sandbox' }],
      message: 'no RuntimeClass leads to a sandbox: confirm that the cluster runs no code that is trusted less',
    },
  ];
}

/** A RuntimeClass is only a name: that its handler exists shows where a pod runs with it. */
function judge({ metadata, handler }: RuntimeClass, shapes: Gathered<readonly WorkloadShape[]>): Finding {
  const object = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', name: metadata.name };
  const subject = { kind: 'RuntimeClass', name: metadata.name };
  if (handler === '') {
    const detail = `RuntimeClass ${metadata.name} does not say its handler`;
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-understood', detail } };
  }
  const seen: Evidence = { from: 'object', object, pointer: '/handler', observed: handler };
  const [user] = (shapes.state === 'failed' ? [] : shapes.value)
    .filter(({ runtimeClassName, pods }) => runtimeClassName === metadata.name && pods > 0)
    .sort((one, other) => ((one.samples[0] ?? '') < (other.samples[0] ?? '') ? -1 : 1));
  if (user !== undefined) {
    const used = shapeEvidence(user, '/runtimeClassName', metadata.name, 'a sandbox');
    return { verdict: 'pass', subject, evidence: [seen, used], message: `pods run with ${handler}` };
  }
  return {
    verdict: 'review',
    subject,
    evidence: [seen],
    message: `no pod runs with ${handler}: confirm that the nodes have it, and that no code is trusted less`,
  };
}
