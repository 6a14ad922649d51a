import type { Advisories, Facts, Known, Vulnerability } from '../model/facts.ts';
import type { Https } from '../model/finding.ts';
import { type DataSet, linesIn, type VulnerableProduct } from './data-set.ts';
import { linesOf, PRODUCTS } from './releases.ts';
import { recordOf } from './sources.ts';
import { compareVersions, parseVersion, plain } from './version.ts';

/** From which line on the vulnerabilities of a component are described, and where they are published. */
interface Coverage {
  readonly product: VulnerableProduct;
  readonly from: string;
  readonly source: Https;
}

const KUBERNETES: Coverage = {
  product: 'kubernetes',
  from: '1.16',
  source: 'https://kubernetes.io/docs/reference/issues-security/official-cve-feed/',
};

const COVERAGE: Readonly<Record<string, Coverage>> = {
  'kube-apiserver': KUBERNETES,
  'kube-controller-manager': KUBERNETES,
  'kube-scheduler': KUBERNETES,
  kubelet: KUBERNETES,
  'kube-proxy': KUBERNETES,
  etcd: { product: 'etcd', from: '3.3', source: 'https://github.com/etcd-io/etcd/security/advisories' },
  containerd: {
    product: 'containerd',
    from: '1.2',
    source: 'https://github.com/containerd/containerd/security/advisories',
  },
  'cri-o': { product: 'cri-o', from: '1.16', source: 'https://github.com/cri-o/cri-o/security/advisories' },
  // Of Linux only those that lead out of a container. Lines that are no longer kept lack their fixes, newer ones begin with them.
  linux: { product: 'linux', from: '3.0', source: 'https://docs.kernel.org/process/cve.html' },
};

/** See Facts. */
export function vulnerabilitiesIn(data: DataSet): Facts['vulnerabilities'] {
  let entries: readonly Entry[] | undefined;
  return (component, text): Known<Advisories> => {
    const coverage = Object.hasOwn(COVERAGE, component) ? COVERAGE[component] : undefined;
    if (coverage === undefined) return { known: false, why: `vulnerabilities of ${component} are not described` };
    const version = parseVersion(text);
    if (version === undefined) return { known: false, why: `"${text}" is no version` };
    const { product } = coverage;
    const name = product === 'linux' ? 'Linux' : PRODUCTS[product];
    if (compareVersions(version.line, coverage.from) < 0) {
      const why = `${name} ${version.line} is older than ${coverage.from}, from which on vulnerabilities are described`;
      return { known: false, why };
    }
    if (product !== 'linux' && compareVersions(version.line, linesOf(data, product)[0]?.line ?? '0') > 0) {
      return {
        known: false,
        why: `${name} ${version.line} is newer than the releases whose vulnerabilities are described`,
      };
    }
    if (version.prerelease) return { known: false, why: `${text} is a test release, which advisories do not speak of` };
    entries ??= entriesOf(data);
    const list = entries.flatMap((entry) => matching(entry, component, plain(version)));
    return { known: true, value: { list, asOf: data.vulnerabilities.asOf[product] }, source: coverage.source };
  };
}

interface Range {
  readonly introduced: string;
  readonly fixed: string | undefined;
}

interface Entry extends Omit<Vulnerability, 'fixed'> {
  readonly affected: Readonly<Record<string, readonly Range[]>>;
}

function matching({ affected, ...entry }: Entry, component: string, version: string): readonly Vulnerability[] {
  const ranges = Object.hasOwn(affected, component) ? (affected[component] ?? []) : [];
  const range = ranges.find(
    ({ introduced, fixed }) =>
      compareVersions(version, introduced) >= 0 && (fixed === undefined || compareVersions(version, fixed) < 0),
  );
  return range === undefined ? [] : [{ ...entry, fixed: range.fixed }];
}

/** Every vulnerability that is described. */
export const entriesOf = ({ vulnerabilities }: DataSet): readonly Entry[] =>
  linesIn(vulnerabilities.lines).map(parseEntry);

function parseEntry(line: string): Entry {
  const [id = '', severity = '', mark, affected = '', summary = '', requires] = line.split(' | ');
  return {
    id,
    severity,
    summary,
    unconfirmed: mark === 'unconfirmed',
    requires: requires === '-' ? undefined : requires,
    affected: Object.fromEntries(affected.split(', ').map(parseAffected)),
    source: recordOf(id),
  };
}

function parseAffected(text: string): readonly [string, readonly Range[]] {
  const [component = '', ...ranges] = text.split(' ');
  return [component, ranges.map(parseRange)];
}

function parseRange(text: string): Range {
  const [introduced = '', fixed = ''] = text.split('..');
  return { introduced, fixed: fixed === '' ? undefined : fixed };
}
