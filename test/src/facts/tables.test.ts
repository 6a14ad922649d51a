import { describe, expect, test } from '@jest/globals';
import { ADMISSION_PLUGINS } from '../../../src/facts/data/admission-plugins.ts';
import { BUILT_IN, type FlagComponent } from '../../../src/facts/data-set.ts';
import { CONFIG_TABLES } from '../../../src/facts/defaults.ts';
import { facts } from '../../../src/facts/index.ts';
import { type Era, holds, parseEra, parseTable, readDefault } from '../../../src/facts/table.ts';
import { compareVersions, parseVersion } from '../../../src/facts/version.ts';
import type { Known } from '../../../src/model/facts.ts';
import type { Observed } from '../../../src/model/finding.ts';

const tables = [
  ...Object.entries(BUILT_IN.flags).map(([component, text]) => ({
    title: `flags of ${component}`,
    text,
    kubernetes: component !== 'etcd',
    lookup: (name: string, version: string) => facts.flagDefault(component as FlagComponent, name, version),
    versioned: component !== 'cloud-controller-manager',
  })),
  ...Object.entries(CONFIG_TABLES).map(([component, text]) => ({
    title: `configuration of ${component}`,
    text,
    kubernetes: true,
    lookup: (name: string, version: string) =>
      facts.configDefault(component as keyof typeof CONFIG_TABLES, name, version),
    versioned: true,
  })),
];
const rows = (text: string) => text.split('\n').filter((line) => line !== '');
const minors = (kubernetes: boolean): readonly string[] =>
  kubernetes ? Array.from({ length: 18 }, (_, at) => `1.${20 + at}`) : ['3.4', '3.5', '3.6', '3.7'];

describe.each(tables)('$title', ({ text, kubernetes, lookup, versioned }) => {
  const table = parseTable(text);

  test('every line is a row of its own, sorted, with a known type', () => {
    const names = rows(text).map((line) => line.split(/\s+/)[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(table.size).toBe(names.length);
    expect(names).toEqual([...names].sort());
    for (const { type } of table.values()) {
      expect(['boolean', 'integer', 'string', 'list', 'duration', 'map']).toContain(type);
    }
  });

  test('eras ascend, do not overlap and lie within what is described', () => {
    for (const [name, { eras }] of table) {
      for (const [at, era] of eras.entries()) {
        const before = eras[at - 1];
        expect({ name, ascends: compareVersions(era.from, `${era.through}.999`) < 0 }).toEqual({ name, ascends: true });
        if (before !== undefined) {
          expect({ name, after: compareVersions(before.through, era.from) < 0 }).toEqual({ name, after: true });
          expect({ name, differs: before.value !== era.value || !adjacent(before, era) }).toEqual({
            name,
            differs: true,
          });
        }
        expect(minors(kubernetes)).toContain(era.through);
        expect(minors(kubernetes)).toContain(era.from.split('.').slice(0, 2).join('.'));
      }
    }
  });

  test('values are what their type wants', () => {
    for (const [name, { type, eras }] of table) {
      for (const { value } of eras) {
        if (value === undefined) continue;
        if (type === 'boolean') expect({ name, value }).toEqual({ name, value: value === 'true' ? 'true' : 'false' });
        if (type === 'integer') expect({ name, ok: /^-?\d+$/.test(value) }).toEqual({ name, ok: true });
        if (type === 'duration')
          expect({ name, ok: /^(\d+(\.\d+)?(h|m|s|ms))+$/.test(value) }).toEqual({ name, ok: true });
      }
    }
  });

  test('every minor answers as written, with a source, and says why where it cannot', () => {
    for (const [name, { type, eras }] of table) {
      if (!versioned) continue;
      for (const minor of minors(kubernetes)) {
        const version = parseVersion(`${minor}.99`);
        if (version === undefined) throw new Error(minor);
        const value = eras.find((era) => holds(era, version))?.value;
        expectKnown(lookup(name, `${minor}.99`), value === undefined ? undefined : readDefault(value, type));
      }
    }
  });
});

function adjacent(one: Era, next: Era): boolean {
  const [through, from] = [one.through, next.from].map((text) => Number(text.split('.')[1]));
  return through !== undefined && from === through + 1;
}

function expectKnown(answer: Known<Observed>, wanted: Observed | undefined): void {
  if (wanted === undefined) {
    expect(answer.known).toBe(false);
    if (!answer.known) expect(answer.why).not.toBe('');
    return;
  }
  expect(answer).toEqual({ known: true, value: wanted, source: expect.stringMatching(/^https:\/\/[^\s]+$/) });
}

describe('reading a table', () => {
  test('an era ends with the last patch of its minor and may begin at a patch', () => {
    const era = parseEra('3.5.8..3.6=TLS1.2');
    const answers = ['3.5.7', '3.5.8', '3.5.33', '3.6.0', '3.6.99', '3.7.0'].map((text) => {
      const version = parseVersion(text);
      return version !== undefined && holds(era, version);
    });
    expect(answers).toEqual([false, true, true, true, true, false]);
  });

  test('a value may be empty, hold equals signs, or be left open', () => {
    expect(parseEra('1.20..1.37=')).toEqual({ from: '1.20', through: '1.37', value: '' });
    expect(parseEra('3.7..3.7=default=http://localhost:2380').value).toBe('default=http://localhost:2380');
    expect(parseEra('1.20..1.34?').value).toBeUndefined();
  });

  test.each(['', '1.20', '1.20..', 'x..y=1', '..1.20=1'])('%j is no era', (text) => {
    expect(() => parseEra(text)).toThrow('no era');
  });

  test.each([
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['integer', '-1', -1],
    ['list', '', []],
    ['list', 'a,b', ['a', 'b']],
    ['map', 'a=1,b=2', ['a=1', 'b=2']],
    ['duration', '4h0m0s', '4h0m0s'],
    ['string', '', ''],
  ] as const)('a %s %j reads as %j', (type, text, value) => {
    expect(readDefault(text, type)).toEqual(value);
  });
});

test('every admission plugin has one line that can be read', () => {
  const lines = rows(ADMISSION_PLUGINS);
  const pattern = /^\w+ +(?:on (?:1\.\d+\.\.1\.\d+ )+|off) *known 1\.\d+\.\.1\.\d+(?: 1\.\d+\.\.1\.\d+)*$/;
  expect(lines.filter((line) => !pattern.test(line))).toEqual([]);
  const names = lines.map((line) => line.split(' ')[0]);
  expect(new Set(names).size).toBe(names.length);
});
