import type { Facts, FeatureStage } from '../model/facts.ts';
import { FEATURE_GATES } from './data/feature-gates.ts';
import { linesIn } from './data-set.ts';
import { type Described, unknown, withDescribed } from './defaults.ts';
import { DESCRIBED_THROUGH, GATES_FROM, gateSource } from './sources.ts';
import { type Era, holds, parseEra } from './table.ts';
import { compareVersions } from './version.ts';

/** Gates that are no longer alpha or beta show in no --help: this program alone describes them. */
const DESCRIBED: Described = { name: 'Kubernetes', from: GATES_FROM, through: DESCRIBED_THROUGH };

let table: ReadonlyMap<string, readonly Era[]> | undefined;

/** See Facts. */
export const featureStage: Facts['featureStage'] = (gate, version) => {
  table ??= parseGates(FEATURE_GATES);
  const eras = table.get(gate);
  if (eras === undefined) return unknown(`${gate} is no feature gate that is described`);
  return withDescribed(version, DESCRIBED, (read) => {
    const stage = eras.find((era) => holds(era, read))?.value as FeatureStage | undefined;
    const source = gateSource(read.line);
    if (stage !== undefined) return { known: true, value: stage, source };
    const gone = eras.every(({ through }) => compareVersions(through, read.line) < 0);
    if (gone) return { known: true, value: 'removed', source };
    return unknown(`${gate} came after Kubernetes ${read.line}`);
  });
};

const parseGates = (text: string): ReadonlyMap<string, readonly Era[]> =>
  new Map(
    linesIn(text)
      .map((line) => line.split(' '))
      .map(([name = '', ...eras]) => [name, eras.map(parseEra)]),
  );
