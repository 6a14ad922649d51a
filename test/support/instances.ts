import type { Evidence, Observed } from '../../src/model/finding.ts';
import type { Instance, Lookup } from '../../src/model/views.ts';

const SOURCE = 'https://kubernetes.io/docs/';

const cited = (fact: string, value: Observed): Evidence => ({ from: 'fact', fact, value, source: SOURCE });

/** An instance by hand, for functions that take one: `settings` are known, all others are not visible and not given. */
export function instance(options: {
  readonly name?: string;
  readonly version?: string;
  readonly settings?: Readonly<Record<string, Observed>>;
  /** Settings of which it is not even known whether they are given. */
  readonly hidden?: readonly string[];
}): Instance {
  const { name = 'one', version, settings = {}, hidden = [] } = options;
  const get = (setting: string): Lookup => {
    const value = settings[setting];
    if (value === undefined)
      return { known: false, because: { code: 'not-visible', detail: `${setting} is not visible` } };
    return { known: true, value, source: 'argv', evidence: [cited(setting, value)] };
  };
  return {
    subject: { kind: 'Pod', name },
    version: version === undefined ? undefined : { value: version, evidence: [cited('version', version)] },
    get,
    given: (setting) => (hidden.includes(setting) ? undefined : settings[setting] !== undefined),
  };
}
