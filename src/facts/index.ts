import { createHash } from 'node:crypto';
import type { Facts, FactsAge, Product } from '../model/facts.ts';
import { ADMISSION_PLUGINS } from './data/admission-plugins.ts';
import { BACKPORTING_DISTRIBUTIONS } from './data/distributions.ts';
import { FEATURE_GATES } from './data/feature-gates.ts';
import { MINIMAL_SYSTEMS, OPERATING_SYSTEMS } from './data/operating-systems.ts';
import { RELEASES } from './data/releases.ts';
import { VULNERABILITIES, VULNERABILITIES_AS_OF } from './data/vulnerabilities.ts';
import { admissionPlugins, CONFIG_TABLES, configDefault, FLAG_TABLES, flagDefault, flagType } from './defaults.ts';
import { backportingDistribution } from './distributions.ts';
import { featureStage } from './feature-gates.ts';
import { minimalSystem, operatingSystem } from './operating-systems.ts';
import { PRODUCTS, release } from './releases.ts';
import { skew } from './skew.ts';
import { DESCRIBED_THROUGH } from './sources.ts';
import { vulnerabilities } from './vulnerabilities.ts';

/** What Kubernetes does by itself, per version: data under data/, read when first asked for. */
export const facts: Facts = {
  flagType,
  flagDefault,
  configDefault,
  admissionPlugins,
  featureStage,
  release,
  vulnerabilities,
  backportingDistribution,
  operatingSystem,
  minimalSystem,
  skew,
  describedThrough: DESCRIBED_THROUGH,
  get edition() {
    edition ??= { date: RELEASES.kubernetes.asOf, sha256: hashOfData(), products: products() };
    return edition;
  },
};

let edition: Facts['edition'] | undefined;

/** How far each product is described, in the order of the data. */
function products(): readonly FactsAge[] {
  const nameOf = (product: string): string => (product === 'linux' ? 'Linux' : PRODUCTS[product as Product]);
  return [
    ...Object.entries(RELEASES).map(([product, { asOf }]) => ({
      product: nameOf(product),
      about: 'releases' as const,
      asOf,
    })),
    ...Object.entries(VULNERABILITIES_AS_OF).map(([product, asOf]) => ({
      product: nameOf(product),
      about: 'vulnerabilities' as const,
      asOf,
    })),
    ...Object.entries(OPERATING_SYSTEMS).map(([product, { asOf }]) => ({
      product,
      about: 'releases' as const,
      asOf,
    })),
  ];
}

const hashOfData = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        FLAG_TABLES,
        CONFIG_TABLES,
        ADMISSION_PLUGINS,
        FEATURE_GATES,
        RELEASES,
        VULNERABILITIES,
        VULNERABILITIES_AS_OF,
        BACKPORTING_DISTRIBUTIONS,
        OPERATING_SYSTEMS,
        MINIMAL_SYSTEMS,
      ]),
    )
    .digest('hex');
