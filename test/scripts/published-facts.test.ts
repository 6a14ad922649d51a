import { describe, expect, test } from '@jest/globals';
import { parseHelp } from '../../scripts/facts/help.ts';
import { continueFlags, continuePlugins, notDescribed, releasesOf } from '../../scripts/facts/published.ts';
import { BUILT_IN } from '../../src/facts/data-set.ts';

const DAY = '2026-12-01';

describe('release lines of endoflife.date', () => {
  const listed = [
    { cycle: '1.37', eol: '2027-10-28', latest: '1.37.4' },
    { cycle: '1.22', eol: true, latest: '1.22.17' },
  ];
  const released = {
    result: {
      name: 'kubernetes',
      releases: [
        { name: '1.37', isEol: false, eolFrom: '2027-10-28', latest: { name: '1.37.4', date: '2026-11-20' } },
        { name: '1.22', isEol: true, eolFrom: null, latest: { name: '1.22.17' } },
      ],
    },
  };

  test.each([
    ['the list of cycles', listed],
    ['version 1', released],
  ])('are read from %s; what it does not say stays', (_, answer) => {
    const { asOf, lines } = releasesOf('kubernetes', 'kubernetes', answer, DAY);
    expect(asOf).toBe(DAY);
    expect(lines[0]).toBe('1.37  1.37.4  2027-10-28');
    expect(lines[1]).toMatch(/^1\.36 /);
    expect(lines).toContain('1.22  1.22.17  2022-10-28');
    expect(lines).toContain('1.16  1.16.15  2020-08-04');
  });

  test('a line without an announced end has none', () => {
    const answer = [{ cycle: '3.8', eol: false, latest: '3.8.0' }];
    expect(releasesOf('etcd', 'etcd', answer, DAY).lines[0]).toBe('3.8  3.8.0  -');
  });

  test.each([
    ['an error', { message: 'Not Found' }],
    ['nothing', null],
    ['a cycle without a version', [{ cycle: '1.37', eol: '2027-10-28' }]],
  ])('are refused from %s', (_, answer) => {
    expect(() => releasesOf('kubernetes', 'kubernetes', answer, DAY)).toThrow('no answer of endoflife.date');
  });
});

describe('flags of a newer minor', () => {
  const table = `
anonymous-auth boolean 1.20..1.37=true
event-ttl duration 1.20..1.37=1h0m0s
gone string 1.20..1.37=x
profiling boolean 1.20..1.37=true
untold list
`;
  const help = parseHelp(`
      --anonymous-auth            Enables anonymous requests. (default true)
      --event-ttl duration        Amount of time to retain events. (default 2h0m0s)
      --profiling                 Enable profiling
      --untold strings            A list.
`);

  test('continue an era, begin one, and end where the help does not list them', () => {
    expect(continueFlags(table, '1.38', help)).toEqual([
      'anonymous-auth boolean 1.20..1.38=true',
      'event-ttl duration 1.20..1.37=1h0m0s 1.38..1.38=2h0m0s',
      'gone string 1.20..1.37=x',
      'profiling boolean 1.20..1.37=true 1.38..1.38=false',
      'untold list 1.38..1.38=',
    ]);
  });
});

test('admission plugins of a newer minor continue, end and begin', () => {
  const table = `
AlwaysAdmit   off            known 1.20..1.37
NodeRestriction on 1.20..1.37 known 1.20..1.37
PodSecurity on 1.23..1.37 known 1.22..1.37
`;
  const help = `--enable-admission-plugins strings   admission plugins that should be enabled in addition to default enabled ones (NodeRestriction, Newcomer). Comma-delimited list of admission plugins: AlwaysAdmit, Newcomer, NodeRestriction, PodSecurity. The order of plugins in this flag does not matter.`;
  expect(continuePlugins(table, '1.38', '1.37', help)).toEqual([
    'AlwaysAdmit off known 1.20..1.38',
    'Newcomer on 1.38..1.38 known 1.38..1.38',
    'NodeRestriction on 1.20..1.38 known 1.20..1.38',
    'PodSecurity on 1.23..1.37 known 1.22..1.38',
  ]);
  expect(() => continuePlugins(table, '1.38', '1.37', 'no help')).toThrow('lists no admission plugins');
});

test('the official feed names what is not described; something else is refused', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: 'CVE-2025-5187' }, { id: 'CVE-2099-0001' }],
  };
  expect(notDescribed(feed, BUILT_IN)).toEqual(['CVE-2099-0001']);
  expect(() => notDescribed({}, BUILT_IN)).toThrow('not the official feed');
});
