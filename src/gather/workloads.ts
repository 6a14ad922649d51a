import type { Gathered } from '../model/resources.ts';
import type { WorkloadShape } from '../model/workload-shape.ts';
import type { CronJob, DaemonSet, ObjectMeta, Pod, PodSpec } from '../shapes/generated.ts';
import { groupVersion, type ListSource, lists } from './catalogue.ts';
import { keepTemplate } from './control-plane.ts';
import { byNamespaceAndName, listKind } from './list-kind.ts';
import { readOwners } from './owners.ts';
import { readPods } from './pods.ts';
import { type FindOwner, ownerOf, shapesOf, type Template } from './reduce.ts';
import type { Requests } from './requests.ts';
import { shapeContents } from './shape.ts';

/** Pods of control-plane components, whole but for what may be secret. */
export async function readControlPlanePods(requests: Requests): Promise<Gathered<readonly Pod[]>> {
  const pods = await readPods(requests);
  if (pods.state === 'failed') return pods;
  return { ...pods, value: [...pods.value.controlPlane].sort(byNamespaceAndName) };
}

/** DaemonSets without the command lines of what is no control-plane component. */
export async function readDaemonSets(requests: Requests): Promise<Gathered<readonly DaemonSet[]>> {
  const found = await listKind(requests, lists.daemonSets);
  if (found.state === 'failed') return found;
  const value = found.value.map((set) => ({
    ...set,
    spec: { ...set.spec, template: keepTemplate(set.spec.template) },
  }));
  return { ...found, value };
}

/** CronJobs without command lines: what is known of those stands in the workload shapes. */
export async function readCronJobs(requests: Requests): Promise<Gathered<readonly CronJob[]>> {
  const found = await listKind(requests, lists.cronJobs);
  if (found.state === 'failed') return found;
  const value = found.value.map(({ spec, ...job }) => {
    const template = keepTemplate(spec.jobTemplate.spec.template);
    const jobTemplate = { ...spec.jobTemplate, spec: { ...spec.jobTemplate.spec, template } };
    return { ...job, spec: { ...spec, jobTemplate } };
  });
  return { ...found, value };
}

/**
 * All workloads as shapes: live pods by their top controller, and the templates of controllers without live pods. A ReplicaSet or Job that
 * nothing controls and that has no live pod runs nothing and is left out, but for objects from files: there, templates are all there is.
 */
export async function readWorkloadShapes(requests: Requests): Promise<Gathered<readonly WorkloadShape[]>> {
  const [pods, replicaSets, jobs, templates] = await Promise.all([
    readPods(requests),
    readOwners(requests, lists.replicaSetOwners),
    readOwners(requests, lists.jobOwners),
    readTemplates(requests),
  ]);
  const findOwner: FindOwner = (kind, namespace, name) =>
    (kind === 'Job' ? jobs : replicaSets).found.get(`${namespace}/${name}`);
  const groups = pods.state === 'failed' ? [] : pods.value.groups;
  const contentOf = pods.state === 'failed' ? shapeContents() : pods.value.contentOf;
  const value = shapesOf(groups, findOwner, templates.found, contentOf);
  if (pods.state === 'failed' && value.length === 0) return pods;
  const [first, ...rest] = [...missingOf('pods', pods), ...templates.missing, ...replicaSets.missing, ...jobs.missing];
  return first === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [first, ...rest] };
}

interface Templates {
  readonly found: readonly Template[];
  readonly missing: readonly string[];
}

async function readTemplates(requests: Requests): Promise<Templates> {
  const always = [
    templatesOf(requests, lists.deployments, ({ spec }) => spec.template.spec),
    templatesOf(requests, lists.daemonSets, ({ spec }) => spec.template.spec),
    templatesOf(requests, lists.statefulSets, ({ spec }) => spec.template.spec),
    templatesOf(
      requests,
      lists.cronJobs,
      ({ spec }) => spec.jobTemplate.spec.template.spec,
      '/spec/jobTemplate/spec/template/spec',
    ),
  ];
  const all = await Promise.all(
    requests.reader.manifests === true ? [...always, ...templatesOfManifests(requests)] : always,
  );
  return { found: all.flatMap(({ found }) => found), missing: all.flatMap(({ missing }) => missing) };
}

/** Of a live cluster their pods show what they run; of manifests there are none yet. */
const templatesOfManifests = (requests: Requests): readonly Promise<Templates>[] => [
  templatesOf(requests, lists.replicaSets, ({ metadata, spec }) =>
    isOwned(metadata) || spec.replicas === 0 ? undefined : spec.template.spec,
  ),
  templatesOf(requests, lists.jobs, ({ metadata, spec, status }) =>
    isOwned(metadata) || status.completionTime !== undefined ? undefined : spec.template.spec,
  ),
];

async function templatesOf<T extends { readonly metadata: ObjectMeta }>(
  requests: Requests,
  source: ListSource<T>,
  specOf: (object: T) => PodSpec | undefined,
  pointer = '/spec/template/spec',
): Promise<Templates> {
  const listed = await listKind(requests, source);
  const missing = missingOf(source.resource, listed);
  if (listed.state === 'failed') return { found: [], missing };
  const apiVersion = groupVersion(source.group, source.versions[0]);
  const found = listed.value.flatMap((object) => {
    const { name, namespace } = object.metadata;
    const spec = specOf(object);
    return spec === undefined
      ? []
      : [{ namespace, controller: { apiVersion, kind: source.kind, name }, spec, pointer }];
  });
  return { found, missing };
}

const isOwned = ({ ownerReferences }: ObjectMeta): boolean => ownerOf(ownerReferences) !== undefined;

function missingOf(what: string, gathered: Gathered<unknown>): readonly string[] {
  if (gathered.state === 'whole') return [];
  return gathered.state === 'partial' ? gathered.missing : [`${what}: ${gathered.failure.detail}`];
}
