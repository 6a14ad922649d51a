import { describe, expect, test } from '@jest/globals';
import { BUILT_IN } from '../../../src/facts/data-set.ts';
import { documentOf, overlaid, updated } from '../../../src/facts/document.ts';
import { factsFrom } from '../../../src/facts/index.ts';

const TODAY = '2026-12-31';
const LATER = '2026-12-30';
const KUBERNETES = {
  asOf: LATER,
  source: 'https://kubernetes.io/releases/',
  lines: ['1.38 1.38.0 2027-12-28', '1.37 1.37.5 -'],
};
const file = (sections: object) => JSON.stringify({ kind: 'KubevetFacts', schema: 1, ...sections });
const take = (sections: object) => updated(BUILT_IN, file(sections), TODAY);
const all = <T>(value: T) =>
  Object.fromEntries(Object.keys(BUILT_IN.vulnerabilities.asOf).map((name) => [name, value]));
const CVE = 'CVE-2026-99999 | high | - | kubelet 1.36.0..1.36.9 1.37.0.. | Something breaks out. | a Windows node';

describe('a newer edition', () => {
  test('replaces the releases of a product, and leaves the others', () => {
    const data = take({ releases: { kubernetes: KUBERNETES } });
    const facts = factsFrom(data);
    expect(facts.release('kubernetes', '1.38.0')).toMatchObject({ value: { endOfSupport: '2027-12-28', asOf: LATER } });
    expect(facts.release('etcd', '3.6.5').known).toBe(true);
    expect(facts.edition.date).toBe(LATER);
    expect(facts.edition.sha256).not.toBe(factsFrom(BUILT_IN).edition.sha256);
    expect(data.vulnerabilities).toBe(BUILT_IN.vulnerabilities);
  });

  test('replaces vulnerabilities and systems', () => {
    const debian = {
      asOf: LATER,
      source: 'https://wiki.debian.org/LTS',
      lines: ['14 2033-06-30 ?', '13 2030-06-30 -'],
    };
    const data = take({ vulnerabilities: { asOf: all(LATER), lines: [CVE] }, operatingSystems: { Debian: debian } });
    const facts = factsFrom(data);
    expect(facts.vulnerabilities('kubelet', '1.37.1')).toMatchObject({
      value: { list: [{ id: 'CVE-2026-99999' }], asOf: LATER },
    });
    expect(facts.operatingSystem('Debian GNU/Linux 14 (forky)')).toMatchObject({
      value: { endOfSupport: '2033-06-30' },
    });
  });

  test('describes a newer minor', () => {
    const facts = factsFrom(
      take({
        describedThrough: '1.38',
        flags: { kubelet: ['anonymous-auth boolean 1.20..1.38=true'] },
        admissionPlugins: ['PodSecurity on 1.23..1.38 known 1.22..1.38'],
      }),
    );
    expect(facts.flagDefault('kubelet', 'anonymous-auth', '1.38.0')).toMatchObject({ value: true });
    expect(facts.flagDefault('kube-apiserver', 'profiling', '1.38.0').known).toBe(false);
    expect(facts.admissionPlugins('1.38.1')).toMatchObject({ value: { enabled: ['PodSecurity'] } });
    expect(facts.featureStage('ComponentFlagz', '1.38.0').known).toBe(false);
  });

  test('all that is described makes a document', () => {
    const data = overlaid(BUILT_IN, JSON.stringify(documentOf(BUILT_IN)), TODAY);
    expect(data).toEqual(BUILT_IN);
  });
});

describe('an older edition', () => {
  const old = file({ releases: { kubernetes: { ...KUBERNETES, asOf: '2026-01-01' } } });

  test('is refused', () => {
    expect(() => updated(BUILT_IN, old, TODAY)).toThrow('nothing in it is newer');
    expect(() => updated(BUILT_IN, JSON.stringify(documentOf(BUILT_IN)), TODAY)).toThrow('nothing in it is newer');
  });

  test('that was stored before changes nothing', () => {
    expect(overlaid(BUILT_IN, old, TODAY)).toEqual(BUILT_IN);
  });

  test('of some products does not take away the vulnerabilities of others', () => {
    const some = { ...all(LATER), linux: '2020-01-01' };
    expect(() => take({ vulnerabilities: { asOf: some, lines: [CVE] } })).toThrow('nothing in it is newer');
  });
});

describe('is refused', () => {
  test.each<readonly [string, object, string]>([
    ['of another schema', { schema: 2 }, 'no edition of facts'],
    ['with a field that is not known', { extra: 1 }, '"extra"'],
    ['of a product that is not known', { releases: { plan9: KUBERNETES } }, '"plan9"'],
    ['from the future', { releases: { kubernetes: { ...KUBERNETES, asOf: '2027-01-01' } } }, 'still to come'],
    ['without a day', { releases: { kubernetes: { ...KUBERNETES, asOf: 'today' } } }, 'is no day'],
    ['with a source that is no address', { releases: { kubernetes: { ...KUBERNETES, source: 'http://x' } } }, 'https'],
    ['with an odd line', { releases: { kubernetes: { ...KUBERNETES, lines: ['1.38 soon never'] } } }, 'lines[0]'],
    ['without lines', { releases: { kubernetes: { ...KUBERNETES, lines: [] } } }, 'no list of lines'],
    [
      'with a terminal escape',
      { vulnerabilities: { asOf: all(LATER), lines: [CVE.replace('breaks', '\u001b[2J')] } },
      'lines[0]',
    ],
    [
      'with text that turns direction',
      { vulnerabilities: { asOf: all(LATER), lines: [CVE.replace('breaks', '\u202e')] } },
      'lines[0]',
    ],
    ['with half of the defaults', { describedThrough: '1.38' }, 'all or none'],
    [
      'with flags of what has none',
      { describedThrough: '1.38', admissionPlugins: ['A off known 1.38..1.38'], flags: { nodes: ['a list'] } },
      '"nodes"',
    ],
    ['with lists for objects', { releases: [] }, 'is no object'],
  ])('%s', (_what, sections, why) => {
    expect(() => take(sections)).toThrow(why);
  });

  test('what is no JSON', () => {
    expect(() => updated(BUILT_IN, '{', TODAY)).toThrow('no JSON');
  });
});
