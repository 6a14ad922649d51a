import { createHash } from 'node:crypto';
import type { Facts, FactsAge, Product } from '../model/facts.ts';
import { BACKPORTING_DISTRIBUTIONS } from './data/distributions.ts';
import { FEATURE_GATES } from './data/feature-gates.ts';
import { MINIMAL_SYSTEMS } from './data/operating-systems.ts';
import { BUILT_IN, type DataSet } from './data-set.ts';
import { CONFIG_TABLES, defaultsIn } from './defaults.ts';
import { backportingDistribution } from './distributions.ts';
import { featureStage } from './feature-gates.ts';
import { minimalSystem, operatingSystemIn } from './operating-systems.ts';
import { PRODUCTS, releaseIn } from './releases.ts';
import { skewIn } from './skew.ts';
import { vulnerabilitiesIn } from './vulnerabilities.ts';

/** What Kubernetes does by itself, per version, by these data; tables are read when first asked for. */
export function factsFrom(data: DataSet): Facts {
  let edition: Facts['edition'] | undefined;
  return {
    ...defaultsIn(data),
    featureStage,
    release: releaseIn(data),
    vulnerabilities: vulnerabilitiesIn(data),
    backportingDistribution,
    operatingSystem: operatingSystemIn(data),
    minimalSystem,
    skew: skewIn(data),
    describedThrough: data.describedThrough,
    get edition() {
      edition ??= { date: data.releases.kubernetes.asOf, sha256: hashOf(data), products: productsIn(data) };
      return edition;
    },
  };
}

/** By the data that kubevet comes with. */
export const facts: Facts = factsFrom(BUILT_IN);

/** How far each product is described, in the order of the data. */
function productsIn({ releases, vulnerabilities, operatingSystems }: DataSet): readonly FactsAge[] {
  const nameOf = (product: string): string => (product === 'linux' ? 'Linux' : PRODUCTS[product as Product]);
  return [
    ...Object.entries(releases).map(([product, { asOf }]) => ({
      product: nameOf(product),
      about: 'releases' as const,
      asOf,
    })),
    ...Object.entries(vulnerabilities.asOf).map(([product, asOf]) => ({
      product: nameOf(product),
      about: 'vulnerabilities' as const,
      asOf,
    })),
    ...Object.entries(operatingSystems).map(([product, { asOf }]) => ({
      product,
      about: 'releases' as const,
      asOf,
    })),
  ];
}

const hashOf = (data: DataSet): string =>
  createHash('sha256')
    .update(JSON.stringify([data, CONFIG_TABLES, FEATURE_GATES, BACKPORTING_DISTRIBUTIONS, MINIMAL_SYSTEMS]))
    .digest('hex');
