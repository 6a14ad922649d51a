import { automated, type Context } from '../../src/model/check.ts';
import { type Evaluation, each, type Finding, type None } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Node } from '../../src/shapes/generated.ts';

const WAITS = 'node.cloudprovider.kubernetes.io/uninitialized';
/** A running manager takes the taint from a new node within seconds. */
const PATIENCE = 10 * 60_000;

export default automated({
  meta: {
    id: 'cloud-controller-manager/discovered',
    component: 'cloud-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'The cloud controller manager is found where nodes need one',
      broken: 'Nodes wait for a cloud controller manager that does not come',
    },
    rationale:
      'Nodes whose kubelet runs with --cloud-provider=external stay tainted until a cloud controller manager has taken them up. Where none runs no pod is placed on them, deleted machines stay as nodes, and a new machine may come under the name and the rights of an old one.',
    remediation: {
      any: 'Install the cloud controller manager of the cloud, and look at its log where it runs and the nodes wait all the same. On machines of no cloud remove --cloud-provider=external from the kubelets.',
      mayBreak: 'A manager for another cloud deletes nodes that it does not find there.',
    },
    references: [
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
      {
        title: 'Cloud controller manager',
        url: 'https://kubernetes.io/docs/concepts/architecture/cloud-controller/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:cloud-controller-manager'],
  wants: ['nodes'],
  evaluate: (cluster, context): Evaluation => {
    const { instances, none } = cluster['settings:cloud-controller-manager'];
    if (instances.length > 0) return each(instances, found, none);
    return judgeNodes(cluster.nodes, none, context);
  },
});

function found({ subject }: Instance): Finding {
  const { kind, name, namespace } = subject;
  const object = { apiVersion: 'v1', kind, name, ...(namespace === undefined ? {} : { namespace }) };
  return {
    verdict: 'pass',
    subject,
    evidence: [{ from: 'object', object, pointer: '/metadata/name', observed: name }],
  };
}

/** Without a manager that is seen only nodes that wait for one tell that there is none. */
function judgeNodes(nodes: Gathered<readonly Node[]>, none: None, { now }: Context): Evaluation {
  const all = nodes.state === 'failed' || now === undefined ? [] : nodes.value;
  const waiting = all.filter(({ metadata, spec }) => {
    const age = Date.parse(now as string) - Date.parse(metadata.creationTimestamp ?? '');
    return age > PATIENCE && spec.taints.some(({ key }) => key === WAITS);
  });
  return each(waiting, judgeNode, none);
}

function judgeNode({ metadata: { name, creationTimestamp = '' }, spec }: Node): Finding {
  const object = { apiVersion: 'v1', kind: 'Node', name };
  const at = spec.taints.findIndex(({ key }) => key === WAITS);
  return {
    verdict: 'fail',
    subject: { kind: 'Node', name },
    evidence: [
      {
        from: 'object',
        object,
        pointer: `/spec/taints/${at}/key`,
        observed: WAITS,
        expected: 'taken away by the manager',
      },
      { from: 'object', object, pointer: '/metadata/creationTimestamp', observed: creationTimestamp },
    ],
    message: `waits for a cloud controller manager since ${creationTimestamp}`,
  };
}
