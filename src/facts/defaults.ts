import type { Component } from '../model/check.ts';
import type { Facts, FlagType, Known } from '../model/facts.ts';
import type { Observed } from '../model/finding.ts';
import { KUBE_PROXY_CONFIG } from './data/kube-proxy-config.ts';
import { KUBELET_CONFIG } from './data/kubelet-config.ts';
import { type DataSet, type FlagComponent, linesIn } from './data-set.ts';
import { admissionSource, configSource, DESCRIBED_FROM, DESCRIBED_THROUGH, flagSource } from './sources.ts';
import { type Era, holds, parseEra, parseTable, type Row, readDefault, type Table } from './table.ts';
import { compareVersions, type FactVersion, parseVersion } from './version.ts';

/** The fields of each configuration file, as text. */
export const CONFIG_TABLES = { kubelet: KUBELET_CONFIG, 'kube-proxy': KUBE_PROXY_CONFIG } as const;

/** See Facts. */
export function defaultsIn({
  describedThrough,
  flags,
  admissionPlugins,
}: DataSet): Pick<Facts, 'flagType' | 'flagDefault' | 'configDefault' | 'admissionPlugins'> {
  const kubernetes: Described = { name: 'Kubernetes', from: DESCRIBED_FROM, through: describedThrough };
  const parsed = new Map<string, Table>();
  /** Parses a table when it is first asked for. */
  const tableOf = (text: string): Table => {
    const table = parsed.get(text) ?? parseTable(text);
    parsed.set(text, table);
    return table;
  };
  const flagsOf = (component: Component): Table | undefined =>
    Object.hasOwn(flags, component) ? tableOf(flags[component as FlagComponent]) : undefined;
  let plugins: readonly Plugin[] | undefined;
  return {
    flagType: (component, flag): FlagType | undefined => flagsOf(component)?.get(flag)?.type,
    flagDefault: (component, flag, version) => {
      const row = flagsOf(component)?.get(flag);
      if (row === undefined) return unknown(`--${flag} of ${component} is not described`);
      if (component === 'cloud-controller-manager') return vendorDefault(row, flag, version, describedThrough);
      const range = component === 'etcd' ? ETCD : kubernetes;
      return withDescribed(version, range, (read) => {
        const era = row.eras.find((one) => holds(one, read));
        return valueIn(era, row.type, flagSource(component, read.line), `--${flag} in ${range.name} ${read.line}`);
      });
    },
    configDefault: (component, field, version) => {
      const row = tableOf(CONFIG_TABLES[component]).get(field);
      if (row === undefined) return unknown(`${field} of ${component} is not described`);
      return withDescribed(version, CONFIGURATION, (read) => {
        const era = row.eras.find((one) => holds(one, read));
        return valueIn(era, row.type, configSource(component, read.line), `${field} in Kubernetes ${read.line}`);
      });
    },
    admissionPlugins: (version) =>
      withDescribed(version, kubernetes, (read) => {
        plugins ??= linesIn(admissionPlugins).flatMap(parsePlugin);
        const present = plugins.filter(({ known }) => known.some((era) => holds(era, read)));
        const enabled = present.filter(({ on }) => on.some((era) => holds(era, read)));
        const value = { enabled: enabled.map(({ name }) => name), known: present.map(({ name }) => name) };
        return { known: true, value, source: admissionSource(read.line) };
      }),
  };
}

/** The versions of a product that are described. */
export interface Described {
  readonly name: string;
  readonly from: string;
  readonly through: string;
}

/** The configuration files are described by this program alone: no binary prints their defaults. */
const CONFIGURATION: Described = { name: 'Kubernetes', from: DESCRIBED_FROM, through: DESCRIBED_THROUGH };
const ETCD: Described = { name: 'etcd', from: '3.4', through: '3.7' };

/** An answer that the data do not give. */
export const unknown = (why: string): { readonly known: false; readonly why: string } => ({ known: false, why });

/** Asks for a version whose defaults are described; says why another's are not known. */
export function withDescribed<T>(text: string, range: Described, ask: (version: FactVersion) => Known<T>): Known<T> {
  const version = parseVersion(text);
  if (version === undefined) return unknown(`"${text}" is no version`);
  if (compareVersions(version.line, range.from) < 0) {
    return unknown(
      `${range.name} ${version.line} is older than ${range.from}, the oldest whose defaults are described`,
    );
  }
  if (compareVersions(version.line, range.through) > 0) {
    return unknown(
      `${range.name} ${version.line} is newer than ${range.through}, the newest whose defaults are described`,
    );
  }
  if (version.prerelease) return unknown(`${text} is a test release, whose defaults may differ from the final ones`);
  return ask(version);
}

function valueIn(
  era: Era | undefined,
  type: FlagType,
  source: Extract<Known<Observed>, { known: true }>['source'],
  what: string,
): Known<Observed> {
  if (era === undefined) return unknown(`there is no ${what}, or none is described`);
  if (era.value === undefined) return unknown(`the default of ${what} depends on more than the version`);
  return { known: true, value: readDefault(era.value, type), source };
}

/**
 * Cloud controller managers have versions of their vendors, from which the version of the library does not follow. So a default is
 * known where every version of the library that is described agrees.
 */
function vendorDefault(row: Row, flag: string, version: string, through: string): Known<Observed> {
  const values = new Set(row.eras.map(({ value }) => value));
  const [first] = row.eras;
  const last = row.eras.at(-1);
  const read = parseVersion(version);
  if (read === undefined) return unknown(`"${version}" is no version`);
  if (read.major === 1 && compareVersions(read.line, through) > 0) {
    return unknown(`${version} may be newer than ${through}, the newest whose defaults are described`);
  }
  if (values.size !== 1 || first?.from !== DESCRIBED_FROM || last?.through !== through) {
    return unknown(
      `the default of --${flag} depends on the version of Kubernetes' library, which the vendor's does not tell`,
    );
  }
  return valueIn(first, row.type, flagSource('cloud-controller-manager', read.line), `--${flag}`);
}

interface Plugin {
  readonly name: string;
  readonly on: readonly Era[];
  readonly known: readonly Era[];
}

function parsePlugin(line: string): readonly Plugin[] {
  const match = /^(\w+)\s+(?:on (.+?)|off)\s+known (.+)$/.exec(line);
  const name = match?.[1];
  return name === undefined ? [] : [{ name, on: erasIn(match?.[2]), known: erasIn(match?.[3]) }];
}

const erasIn = (text = ''): readonly Era[] => (text === '' ? [] : text.split(' ').map(parseEra));
