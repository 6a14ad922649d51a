import { createHash } from 'node:crypto';
import type { Facts } from '../model/facts.ts';
import { ADMISSION_PLUGINS } from './data/admission-plugins.ts';
import { BACKPORTING_DISTRIBUTIONS } from './data/distributions.ts';
import { RELEASES } from './data/releases.ts';
import { VULNERABILITIES } from './data/vulnerabilities.ts';
import { admissionPlugins, CONFIG_TABLES, configDefault, FLAG_TABLES, flagDefault, flagType } from './defaults.ts';
import { backportingDistribution } from './distributions.ts';
import { release } from './releases.ts';
import { skew } from './skew.ts';
import { DESCRIBED_THROUGH } from './sources.ts';
import { vulnerabilities } from './vulnerabilities.ts';

/** What Kubernetes does by itself, per version: data under data/, read when first asked for. */
export const facts: Facts = {
  flagType,
  flagDefault,
  configDefault,
  admissionPlugins,
  release,
  vulnerabilities,
  backportingDistribution,
  skew,
  describedThrough: DESCRIBED_THROUGH,
  get edition() {
    edition ??= { date: RELEASES.kubernetes.asOf, sha256: hashOfData() };
    return edition;
  },
};

let edition: Facts['edition'] | undefined;

const hashOfData = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        FLAG_TABLES,
        CONFIG_TABLES,
        ADMISSION_PLUGINS,
        RELEASES,
        VULNERABILITIES,
        BACKPORTING_DISTRIBUTIONS,
      ]),
    )
    .digest('hex');
