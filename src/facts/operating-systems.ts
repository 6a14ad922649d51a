import type { Facts, OperatingSystem } from '../model/facts.ts';
import { MINIMAL_SYSTEMS, OPERATING_SYSTEMS } from './data/operating-systems.ts';
import { type DataSet, linesIn } from './data-set.ts';
import { compareVersions } from './version.ts';

/** The releases of each operating system that is described, newest first. */
export const systemReleases = ({
  operatingSystems,
}: DataSet): readonly (OperatingSystem & { readonly system: string; readonly release: string })[] =>
  Object.entries(operatingSystems).flatMap(([system, { asOf, lines }]) =>
    linesIn(lines).map((line) => {
      const [release = '', endOfSupport = '', paid] = line.split(/\s+/);
      const paidUntil = paid === '-' ? undefined : paid === '?' ? null : (paid as string);
      return { system, release, name: `${system} ${release}`, endOfSupport, paidUntil, asOf };
    }),
  );

/** See Facts. */
export function operatingSystemIn(data: DataSet): Facts['operatingSystem'] {
  let releases: ReturnType<typeof systemReleases> | undefined;
  return (osImage) => {
    releases ??= systemReleases(data);
    for (const [system, { image }] of Object.entries(OPERATING_SYSTEMS)) {
      const match = new RegExp(image).exec(osImage);
      const described = data.operatingSystems[system];
      if (match === null || described === undefined) continue;
      const release = match
        .slice(1)
        .filter((part) => part !== undefined)
        .join('.');
      const found = releases.find((one) => one.system === system && one.release === release);
      if (found !== undefined) {
        const { name, endOfSupport, paidUntil, asOf } = found;
        return { known: true, value: { name, endOfSupport, paidUntil, asOf }, source: described.source };
      }
      const newest = releases.find((one) => one.system === system);
      const newer = newest !== undefined && compareVersions(release, newest.release) > 0;
      const why = newer ? `newer than ${newest.release}, the newest known on ${newest.asOf}` : 'not described';
      return { known: false, why: `${system} ${release} is ${why}` };
    }
    return { known: false, why: `it is not described how long "${osImage}" gets patches` };
  };
}

/** See Facts. */
export const minimalSystem: Facts['minimalSystem'] = (osImage) => {
  const found = Object.entries(MINIMAL_SYSTEMS).find(([name]) => osImage === name || osImage.startsWith(`${name} `));
  return found === undefined ? undefined : { name: found[0], source: found[1] };
};
