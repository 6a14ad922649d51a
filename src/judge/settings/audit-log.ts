import type { Observed } from '../../model/finding.ts';
import type { Judgement } from './setting-checks.ts';

/** Why it does not matter how files of the audit log are rotated: there are none at this --audit-log-path. Undefined where there are. */
export function withoutLogFile(path: Observed): Judgement | undefined {
  const because = NO_FILES.get(String(path));
  return because === undefined ? undefined : { verdict: 'not-applicable', because };
}

const NO_FILES = new Map([
  ['', 'no audit log file is written'],
  ['-', 'the audit log goes to the standard output'],
  ['/dev/null', 'the audit log is thrown away as it is written, which kube-apiserver/audit-log-path judges'],
]);
