import { describe, expect, test } from '@jest/globals';
import { readFlagValue, unwrapPrinted } from '../../../../src/derive/settings/flag-values.ts';

describe('readFlagValue', () => {
  test.each([
    ['boolean', [undefined], true],
    ['boolean', ['true'], true],
    ['boolean', ['F'], false],
    ['boolean', ['true', '0'], false],
    ['boolean', ['yes'], undefined],
    ['integer', ['10255'], 10255],
    ['integer', ['-1'], -1],
    ['integer', ['1', '0'], 0],
    ['integer', ['0x10'], undefined],
    ['integer', ['010'], undefined],
    ['integer', ['99999999999999999999'], undefined],
    ['integer', [undefined], undefined],
    ['string', ['a', 'b'], 'b'],
    ['string', [undefined], undefined],
    ['duration', ['1h'], '1h'],
    [undefined, ['x,y'], 'x,y'],
    ['list', ['a, b', 'c'], ['a', 'b', 'c']],
    ['list', [''], []],
    ['list', ['"a,b"'], undefined],
    ['list', [undefined], undefined],
    ['map', ['A=true,B=false', 'A=false'], ['A=false', 'B=false']],
    ['map', ['"A=1"'], undefined],
  ] as const)('reads a %s of %j as %j', (type, values, expected) => {
    expect(readFlagValue(values, type)).toEqual(expected);
  });
});

describe('unwrapPrinted', () => {
  test.each([
    ['[a,b]', 'list', 'a,b'],
    ['[]', 'list', ''],
    ['map[a=b]', 'map', 'a=b'],
    ['A=true', 'map', 'A=true'],
    ['[::1]:80', 'string', '[::1]:80'],
  ] as const)('takes the brackets off %s of a %s where they are its print', (text, type, expected) => {
    expect(unwrapPrinted(text, type)).toBe(expected);
  });
});
