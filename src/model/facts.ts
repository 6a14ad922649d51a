import type { Component } from './check.ts';
import type { Https, Observed, Scalar } from './finding.ts';

/** An answer with its source, or why there is none. */
export type Known<T> =
  | { readonly known: true; readonly value: T; readonly source: Https }
  | { readonly known: false; readonly why: string };

/** How the values of a flag are read. `list` values accumulate over repeats and commas; of the others the last wins. */
export type FlagType = 'boolean' | 'integer' | 'string' | 'list' | 'duration' | 'map';

/** How far a feature is; `removed` where the gate was taken out again. */
export type FeatureStage = 'alpha' | 'beta' | 'ga' | 'deprecated' | 'removed';

export type Product = 'kubernetes' | 'etcd' | 'containerd' | 'cri-o' | 'docker-engine';

export interface ReleaseLine {
  /** `1.37`; for some products a major only. */
  readonly line: string;
  readonly latestPatch: string;
  /** Day (2027-10-28) after which no patches come; undefined where none is announced. */
  readonly endOfSupport: string | undefined;
  /** The newest line described of its product. */
  readonly newest: boolean;
  /** Day up to which the product's releases are described. */
  readonly asOf: string;
}

export interface Vulnerability {
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  /** First fixed version of the matching range; undefined where none is known. */
  readonly fixed: string | undefined;
  /** A condition beyond the version that must hold. */
  readonly requires: string | undefined;
  /** Not confirmed in a record: never a hard finding by itself. */
  readonly unconfirmed: boolean;
  readonly source: Https;
}

/** The vulnerabilities that hold a version, and the day up to which those of its product are described. */
export interface Advisories {
  readonly list: readonly Vulnerability[];
  readonly asOf: string;
}

/** A release of an operating system. */
export interface OperatingSystem {
  /** `Ubuntu 24.04` */
  readonly name: string;
  /** Day (2029-05-31) after which there are no patches for everybody. */
  readonly endOfSupport: string;
  /** Day until which whoever pays gets some; null where that day is not known, undefined where none are sold. */
  readonly paidUntil: string | null | undefined;
  /** Day on which the source said so. */
  readonly asOf: string;
}

/** One subject of the data, and the day up to which they describe it. */
export interface FactsAge {
  readonly product: string;
  readonly about: 'releases' | 'vulnerabilities';
  readonly asOf: string;
}

/**
 * What Kubernetes does by itself, per version, as cited data. Versions are those of the instance asked about, as semver
 * (`1.37.2`, vendor suffix allowed); a version outside of what is described is not known.
 */
export interface Facts {
  /** Type of a flag; undefined for a flag that is not described. `flag` without dashes in front. */
  flagType(component: Component, flag: string): FlagType | undefined;
  /** Value of a flag that is not given. */
  flagDefault(component: Component, flag: string, version: string): Known<Observed>;
  /** Value of a field of a component's configuration file that is not given; `field` dotted: `authentication.anonymous.enabled`. */
  configDefault(component: 'kubelet' | 'kube-proxy', field: string, version: string): Known<Observed>;
  /** Admission plugins on without any flag, and every plugin that this minor knows. */
  admissionPlugins(version: string): Known<{ readonly enabled: readonly string[]; readonly known: readonly string[] }>;
  /** How far the feature behind a gate of this name is; not known where no release is described to have it. */
  featureStage(gate: string, version: string): Known<FeatureStage>;
  release(product: Product, version: string): Known<ReleaseLine>;
  /** Vulnerabilities whose range holds the version; not known where the data do not cover the component. */
  vulnerabilities(component: string, version: string): Known<Advisories>;
  /** The distribution that puts fixes into its packages without a newer version number, by a node's `osImage`; undefined where none is known to. */
  backportingDistribution(osImage: string): { readonly name: string; readonly source: Https } | undefined;
  /** The release of an operating system, by a node's `osImage`. */
  operatingSystem(osImage: string): Known<OperatingSystem>;
  /** The system made for containers alone that a node's `osImage` names; undefined where it names none that is known as one. */
  minimalSystem(osImage: string): { readonly name: string; readonly source: Https } | undefined;
  /** How many minors older and newer than the API server a component may be. */
  skew(component: Component, version: string): Known<{ readonly behind: number; readonly ahead: number }>;
  /** Newest Kubernetes minor that the defaults describe, `1.37`. */
  readonly describedThrough: string;
  /** Day up to which Kubernetes is described, a hash over all data, and how far each product is described; for the report. */
  readonly edition: { readonly date: string; readonly sha256: string; readonly products: readonly FactsAge[] };
}

/** The value of a fact as one scalar for evidence. */
export const factValue = (value: Observed): Scalar => (Array.isArray(value) ? value.join(',') : (value as Scalar));
