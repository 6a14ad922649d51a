import { describe, expect, test } from '@jest/globals';
import { sourcesOf, views } from '../../../src/derive/index.ts';
import { facts } from '../../../src/facts/index.ts';
import type { Snapshot } from '../../../src/model/resources.ts';
import type { ViewKey } from '../../../src/model/views.ts';
import { whole } from '../../support/derived.ts';

const EMPTY: Snapshot = {
  schema: 1,
  tool: 'test',
  input: 'cluster',
  cluster: {},
  deadlines: [],
  fields: {},
  resources: {},
};
const keys = Object.keys(views) as ViewKey[];

describe('sourcesOf', () => {
  test('hands over resources as gathered, and says of others that they were not', () => {
    const lookUp = sourcesOf({ ...EMPTY, resources: { nodes: whole([]) } }, facts);
    expect(lookUp('nodes')).toEqual(whole([]));
    expect(lookUp('roles')).toEqual({
      state: 'failed',
      failure: { code: 'not-gathered', detail: 'roles was not gathered' },
    });
  });

  test.each(keys)('makes %s once', (key) => {
    const lookUp = sourcesOf(EMPTY, facts);
    expect(lookUp(key)).toBe(lookUp(key));
  });

  test.each(keys)('has no %s of nothing', (key) => {
    expect(sourcesOf(EMPTY, facts)(key)).toMatchObject({ state: 'failed', failure: { code: 'not-gathered' } });
  });
});

describe('views', () => {
  test.each(keys)('%s knows its key and names each input once', (key) => {
    const { key: own, inputs } = views[key];
    expect(own).toBe(key);
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});
