import { views } from '../derive/index.ts';
import type { Check } from '../model/check.ts';
import type { ResourceKey } from '../model/resources.ts';
import type { SourceKey, ViewKey } from '../model/views.ts';

/** What every report needs, whatever the checks: the version of the server. */
const ALWAYS: readonly ResourceKey[] = ['version'];

/** All resources that checks need or want, themselves or through views; sorted. */
export function closure(checks: readonly Check[]): readonly ResourceKey[] {
  const sources = checks.flatMap((check) =>
    check.kind === 'automated' ? [...check.needs, ...(check.wants ?? [])] : [],
  );
  return [...new Set([...ALWAYS, ...sources.flatMap(resourcesOf)])].sort();
}

const resourcesOf = (key: SourceKey): readonly ResourceKey[] => (isView(key) ? views[key].inputs : [key]);

const isView = (key: SourceKey): key is ViewKey => Object.hasOwn(views, key);
