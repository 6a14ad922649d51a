import { originOf } from '../../derive/processes/mounted-file.ts';
import type { Subject } from '../../model/finding.ts';
import type { Pod } from '../../shapes/generated.ts';

/** Where a file that the container of an instance names lies in truth; undefined where that, or the container, is not known. */
export function originOfFile(pods: readonly Pod[], subject: Subject, path: string): string | undefined {
  const pod = pods.find(
    ({ metadata }) => metadata.name === subject.name && metadata.namespace === (subject.namespace ?? ''),
  );
  const containers = pod?.spec.containers ?? [];
  const container =
    subject.container === undefined ? containers[0] : containers.find(({ name }) => name === subject.container);
  return pod && container && originOf(pod.spec, container, pod.metadata.namespace, path);
}
