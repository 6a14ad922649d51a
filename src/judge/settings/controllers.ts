import type { Instance } from '../../model/views.ts';
import { items } from './observed-values.ts';
import type { Judgement } from './setting-checks.ts';

/** What --controllers says where one controller must run, which goes by one of `names`. The first entry that names it counts, then `*`. */
export function judgeController(instance: Instance, names: readonly string[]): Judgement {
  const setting = instance.get('controllers');
  if (!setting.known) return { verdict: 'unknown', because: setting.because };
  const { evidence } = setting;
  const entries = items(setting.value);
  const said = entries.find((entry) => names.includes(entry.replace(/^-/, '')));
  if (said?.startsWith('-')) {
    return { verdict: 'fail', evidence, message: `the controller ${said.slice(1)} is switched off` };
  }
  if (said !== undefined || entries.includes('*')) return { verdict: 'pass', evidence };
  return { verdict: 'fail', evidence, message: `the controller ${names[0]} is not among --controllers` };
}
