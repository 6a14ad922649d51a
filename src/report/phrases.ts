import { SEVERITIES, type Severity } from '../model/check.ts';
import type { ObjectRef, Observed, SettingSource, Subject } from '../model/finding.ts';
import type { ReportEvidence } from '../model/report.ts';

const SOURCES: Readonly<Record<SettingSource, string>> = {
  flagz: 'live flags',
  argv: 'command line',
  environment: 'environment',
  configz: 'live configuration',
  'config-map': 'ConfigMap',
  'node-annotation': 'node annotation',
  'host-file': 'file on the host',
  default: 'default',
};

/** `1 check`, `3 checks`. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`;

/** `2 critical, 5 high`: how many there are of each severity, worst first. */
export const bySeverity = (
  numberOf: (severity: Severity) => number,
  paint: (text: string, severity: Severity) => string = (text) => text,
): string =>
  SEVERITIES.flatMap((severity) =>
    numberOf(severity) === 0 ? [] : [paint(`${numberOf(severity)} ${severity}`, severity)],
  ).join(', ');

/** Checks that a list names; where they are more, it counts them. */
const NAMED = 3;

/** Checks by name; where they are many, how many of each component, unless all are wanted: `kubelet (16), etcd (12)`. */
export function checkNames(ids: readonly string[], all: boolean): string {
  if (all || ids.length <= NAMED) return ids.join(', ');
  const components = [...new Set(ids.map(componentOf))];
  return components.map((one) => `${one} (${ids.filter((id) => componentOf(id) === one).length})`).join(', ');
}

const componentOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** `Pod kube-system/etcd-node-1 (container etcd)`, `Node pool-a (12 objects: node-1, node-2, ...)`. */
export function subjectName({ kind, namespace, name, container, members }: Subject): string {
  const where = namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
  const inside = container === undefined || container === name ? '' : `, container ${container}`;
  if (members === undefined || members.count <= 1) return `${kind} ${where}${inside}`;
  const more = members.count > members.samples.length ? ', …' : '';
  const names = members.samples.length === 0 ? '' : `: ${members.samples.join(', ')}${more}`;
  return `${kind} ${where}${inside} (${members.count}${names})`;
}

/** What evidence shows, in one sentence without its end; the object is left out where it is the subject itself. */
export function evidenceText(evidence: ReportEvidence, subject: Subject): string {
  if (evidence.from === 'absence') return absenceText(evidence, subject);
  if (evidence.from === 'fact') {
    return `${evidence.fact}: ${shown(evidence.value)} (${evidence.source})${wanted(evidence.expected)}`;
  }
  const place = placeOf(evidence, subject);
  const source = evidence.source === undefined ? '' : ` (${SOURCES[evidence.source]})`;
  return `${shown(evidence.observed)}${source}${at(place, evidence.pointer)}${wanted(evidence.expected)}`;
}

function placeOf(evidence: Exclude<ReportEvidence, { from: 'absence' | 'fact' }>, subject: Subject): string {
  if (evidence.from === 'object') return objectName(evidence.object, subject);
  return evidence.from === 'endpoint' ? `GET ${evidence.path}` : `${evidence.path} on ${evidence.node}`;
}

function absenceText({ object, pointer, sought }: Extract<ReportEvidence, { from: 'absence' }>, subject: Subject) {
  if (object.name === '') return `no ${sought} in any ${object.kind}${pointer === '' ? '' : ` (${pointer})`}`;
  const place = at(objectName(object, subject), pointer);
  return sought === 'true' || sought === 'false' ? `not set${place}; wanted: ${sought}` : `no ${sought}${place}`;
}

const wanted = (expected: string | undefined): string => (expected === undefined ? '' : `; wanted: ${expected}`);

const at = (place: string, pointer: string): string => {
  const whole = [place, pointer].filter((part) => part !== '').join(' ');
  return whole === '' ? '' : ` at ${whole}`;
};

function objectName({ kind, namespace, name }: ObjectRef, subject: Subject): string {
  const same = kind === subject.kind && name === subject.name && (namespace ?? '') === (subject.namespace ?? '');
  return same ? '' : `${kind} ${namespace === undefined || namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** A value as a reader expects it: text bare, an empty text and an empty list visible. */
export function shown(value: Observed): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map((item) => shown(item as Observed)).join(', ');
  if (value === null) return 'nothing';
  return value === '' ? '""' : String(value);
}
