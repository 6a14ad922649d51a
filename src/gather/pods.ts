import type { ListOutcome } from '../kube/reader.ts';
import type { Gathered } from '../model/resources.ts';
import type { Pod } from '../shapes/generated.ts';
import { podSchemaWithSharedSpecs } from '../shapes/same-spec.ts';
import { lists } from './catalogue.ts';
import { isControlPlanePod, keepPod } from './control-plane.ts';
import { compareText, listInto, listKind } from './list-kind.ts';
import { readOwners } from './owners.ts';
import { type Group, type Reduction, reducePods } from './reduce.ts';
import type { Requests } from './requests.ts';
import { type ContentOf, shapeContents } from './shape.ts';

/** What stays of the pods: groups of pods that are alike, and those of the control plane. */
export interface PodHarvest {
  readonly groups: readonly Group[];
  readonly controlPlane: readonly Pod[];
  readonly contentOf: ContentOf;
}

interface OneList {
  readonly outcome: ListOutcome;
  readonly groups: readonly Group[];
  readonly controlPlane: readonly Pod[];
}

/** Where pods cannot be listed at once, so many namespaces are asked one by one. */
const MOST_NAMESPACES = 200;

/** All pods by one list; where that is forbidden, those of kube-system and of the namespaces that can be read. Asked for once. */
export function readPods(requests: Requests): Promise<Gathered<PodHarvest>> {
  return requests.once('pods', async () => {
    const contentOf = shapeContents();
    const startReduction = await reductionFor(requests, contentOf);
    const all = await listPods(requests, startReduction);
    if (all.outcome.state === 'failed' && all.outcome.failure.code === 'forbidden') {
      return readByNamespace(requests, contentOf, startReduction, all);
    }
    return harvest(contentOf, [all], missingOf(all.outcome));
  });
}

/**
 * How pods are reduced: not at all where no shapes are wanted. Of a live cluster it is asked first who owns Jobs: thousands of them that
 * nobody owns then take no room. Of manifests each Job counts, for its template.
 */
async function reductionFor(requests: Requests, contentOf: ContentOf): Promise<() => Reduction> {
  if (!requests.wants('workload-shapes')) return () => NO_REDUCTION;
  if (requests.reader.manifests === true) return () => reducePods(contentOf);
  const { found } = await readOwners(requests, lists.jobOwners);
  return () => reducePods(contentOf, found);
}

const NO_REDUCTION: Reduction = { add: () => {}, groups: () => [] };

async function readByNamespace(
  requests: Requests,
  contentOf: ContentOf,
  startReduction: () => Reduction,
  refused: OneList,
): Promise<Gathered<PodHarvest>> {
  const namespaces = await listKind(requests, lists.namespaces);
  const known = namespaces.state === 'failed' ? [] : namespaces.value.map(({ metadata }) => metadata.name);
  const names = ['kube-system', ...known.filter((name) => name !== 'kube-system')];
  const asked = names.slice(0, MOST_NAMESPACES);
  const listed = await Promise.all(asked.map((name) => listPods(requests, startReduction, name)));
  const missing = asked
    .filter((_, index) => listed[index]?.outcome.state !== 'whole')
    .concat(names.slice(MOST_NAMESPACES));
  return harvest(
    contentOf,
    [refused, ...listed],
    [
      ...(namespaces.state === 'whole' ? [] : ['pods of namespaces that are not known: namespaces cannot be listed']),
      ...(missing.length === 0 ? [] : [`pods of ${enumerate(missing)}: forbidden, or not wholly read`]),
    ],
  );
}

/** Failed where no list gave anything: with the failure of the first. */
function harvest(contentOf: ContentOf, listed: readonly OneList[], missing: readonly string[]): Gathered<PodHarvest> {
  const [first] = listed;
  if (first?.outcome.state === 'failed' && listed.every(({ outcome }) => outcome.state === 'failed'))
    return first.outcome;
  const value: PodHarvest = {
    groups: listed.flatMap(({ groups }) => groups),
    controlPlane: listed.flatMap(({ controlPlane }) => controlPlane),
    contentOf,
  };
  const [one, ...more] = missing;
  return one === undefined ? { state: 'whole', value } : { state: 'partial', value, missing: [one, ...more] };
}

async function listPods(requests: Requests, startReduction: () => Reduction, namespace?: string): Promise<OneList> {
  let reduction = startReduction();
  let controlPlane: Pod[] = [];
  const source = { ...lists.pods, schema: podSchemaWithSharedSpecs(isControlPlanePod) };
  const outcome = await listInto(
    requests,
    source,
    {
      restart: () => {
        reduction = startReduction();
        controlPlane = [];
      },
      item: (pod) => {
        reduction.add(pod);
        if (isControlPlanePod(pod)) controlPlane.push(keepPod(pod));
      },
    },
    namespace,
  );
  return { outcome, groups: reduction.groups(), controlPlane };
}

const missingOf = (outcome: ListOutcome): readonly string[] =>
  outcome.state === 'partial' ? [`pods: ${outcome.missing}`] : [];

/** `a, b, c, ... (12)` */
function enumerate(names: readonly string[]): string {
  const sorted = [...names].sort(compareText);
  return sorted.length <= 3 ? sorted.join(', ') : `${sorted.slice(0, 3).join(', ')}, ... (${sorted.length} namespaces)`;
}
