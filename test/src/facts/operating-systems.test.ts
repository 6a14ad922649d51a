import { describe, expect, test } from '@jest/globals';
import { MINIMAL_SYSTEMS, OPERATING_SYSTEMS } from '../../../src/facts/data/operating-systems.ts';
import { BUILT_IN } from '../../../src/facts/data-set.ts';
import { facts } from '../../../src/facts/index.ts';
import { systemReleases } from '../../../src/facts/operating-systems.ts';
import { compareVersions } from '../../../src/facts/version.ts';

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

test.each(Object.entries(OPERATING_SYSTEMS))(
  'releases of %s descend, and their days are days',
  (system, { source }) => {
    const releases = systemReleases(BUILT_IN).filter((one) => one.system === system);
    expect(releases.length).toBeGreaterThan(1);
    expect(source).toMatch(/^https:\/\//);
    for (const [at, { release, endOfSupport, paidUntil, asOf }] of releases.entries()) {
      expect(compareVersions(release, releases[at - 1]?.release ?? '99999')).toBeLessThan(0);
      expect([endOfSupport, asOf]).toEqual([expect.stringMatching(DAY), expect.stringMatching(DAY)]);
      if (typeof paidUntil === 'string') expect(paidUntil > endOfSupport).toBe(true);
    }
  },
);

describe('operatingSystem', () => {
  test.each([
    ['Debian GNU/Linux 12 (bookworm)', 'Debian 12', '2028-06-30', '2033-06-30'],
    ['Ubuntu 22.04.5 LTS', 'Ubuntu 22.04', '2027-06-01', '2034-04-25'],
    ['Ubuntu 25.10', 'Ubuntu 25.10', '2026-07-09', undefined],
    ['Ubuntu 14.04.6 LTS', 'Ubuntu 14.04', '2019-04-25', null],
    ['Red Hat Enterprise Linux 9.4 (Plow)', 'Red Hat Enterprise Linux 9', '2032-05-31', '2035-05-31'],
    ['Red Hat Enterprise Linux Server 7.9 (Maipo)', 'Red Hat Enterprise Linux 7', '2024-06-30', '2028-06-30'],
    ['Rocky Linux 9.6 (Blue Onyx)', 'Rocky Linux 9', '2032-05-31', null],
    ['CentOS Linux 7 (Core)', 'CentOS Linux 7', '2024-06-30', undefined],
    ['Amazon Linux 2', 'Amazon Linux 2', '2026-06-30', undefined],
    ['Amazon Linux 2023.6.20241031', 'Amazon Linux 2023', '2029-06-30', undefined],
    ['SUSE Linux Enterprise Server 15 SP5', 'SUSE Linux Enterprise Server 15.5', '2024-12-31', '2027-12-31'],
    ['Windows Server 2022 Datacenter', 'Windows Server 2022', '2031-10-14', null],
  ])('%s is %s', (osImage, name, endOfSupport, paidUntil) => {
    expect(facts.operatingSystem(osImage)).toMatchObject({ known: true, value: { name, endOfSupport, paidUntil } });
  });

  test.each([
    ['Debian GNU/Linux 14 (forky)', /Debian 14 is newer than 13, the newest known on/],
    ['Ubuntu 13.10', /Ubuntu 13.10 is not described/],
    ['Red Hat Enterprise Linux CoreOS 416.94.202406251923-0', /how long "Red Hat Enterprise Linux CoreOS/],
    ['CentOS Stream 9', /how long/],
    ['Windows Server 2012 R2 Datacenter', /how long/],
    ['', /how long/],
  ])('%s is not known', (osImage, why) => {
    expect(facts.operatingSystem(osImage)).toEqual({ known: false, why: expect.stringMatching(why) });
  });
});

test('minimal systems are told by the first words of their name', () => {
  for (const [name, source] of Object.entries(MINIMAL_SYSTEMS)) {
    expect(facts.minimalSystem(`${name} 1.2.3`)).toEqual({ name, source });
    expect(source).toMatch(/^https:\/\//);
  }
  expect(facts.minimalSystem('Container-Optimized OS from Google')?.name).toBe('Container-Optimized OS');
  expect(facts.minimalSystem('Talos (v1.12.4)')?.name).toBe('Talos');
  expect(facts.minimalSystem('Taloscope 1')).toBeUndefined();
  expect(facts.minimalSystem('Debian GNU/Linux 12 (bookworm)')).toBeUndefined();
});
