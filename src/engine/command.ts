import type { Evidence, ObjectRef } from '../model/finding.ts';
import type { ReportEvidence } from '../model/report.ts';

/** Adds the kubectl line that shows the same; facts and files of hosts have none, for no API server tells them. */
export function withCommand(evidence: Evidence): ReportEvidence {
  const command = commandFor(evidence);
  return command === undefined ? evidence : { ...evidence, command };
}

function commandFor(evidence: Evidence): string | undefined {
  if (evidence.from === 'fact' || evidence.from === 'host-file') return undefined;
  if (evidence.from === 'endpoint')
    return line(evidence.path === '/' ? ['cluster-info'] : ['get', '--raw', evidence.path]);
  const { object, pointer } = evidence;
  if (object.name === '') return line(['get', resourceName(object), '--all-namespaces']);
  const path = evidence.from === 'object' ? jsonPath(pointer) : undefined;
  const output = path === undefined ? 'yaml' : `jsonpath=${path}`;
  const where = object.namespace === undefined || object.namespace === '' ? [] : ['-n', object.namespace];
  // "--" keeps a name that begins with a dash from being read as an option.
  return line(['get', ...where, '-o', output, '--', resourceName(object), object.name]);
}

/** `pod`, `deployment.v1.apps`: what kubectl calls a kind without mistaking it for another group's. */
function resourceName({ apiVersion, kind }: ObjectRef): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined ? kind.toLowerCase() : `${kind.toLowerCase()}.${version}.${group}`;
}

/** A JSON pointer as kubectl's JSONPath; undefined where it enters a text (the YAML in a ConfigMap) or has no simple form. */
function jsonPath(pointer: string): string | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (steps.length === 0) return undefined;
  const entered = steps[0] === 'data' ? steps.slice(0, 2) : steps;
  if (!entered.every((step) => /^[\w./-]+$/.test(step))) return undefined;
  return `{${entered.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('.', '\\.')}`)).join('')}}`;
}

const line = (words: readonly string[]): string => ['kubectl', ...words].map(quote).join(' ');

/** One word for a POSIX shell: as it is where it is harmless, else in single quotes. */
const quote = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
