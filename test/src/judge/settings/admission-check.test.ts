import { describe, expect, test } from '@jest/globals';
import { pluginState } from '../../../../src/judge/settings/admission-check.ts';
import type { Context } from '../../../../src/model/check.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import { instance } from '../../../support/instances.ts';

const facts = {
  admissionPlugins: (version: string) =>
    version === '1.37.2'
      ? { known: true, value: { enabled: ['Guard'], known: ['Guard', 'Extra'] }, source: 'https://kubernetes.io' }
      : { known: false, why: `${version} is not described` },
} as unknown as Facts;
const context: Context = { now: undefined, facts };
const lists = { 'enable-admission-plugins': [], 'disable-admission-plugins': [] };
const state = (plugin: string, options: Parameters<typeof instance>[0]) =>
  pluginState(instance(options), plugin, context);

describe('pluginState', () => {
  test('by default it is as the version has it, and cites that', () => {
    const options = { version: '1.37.2', settings: lists };
    expect(state('Guard', options)).toMatchObject({ known: true, on: true });
    expect(state('Extra', options)).toMatchObject({ known: true, on: false });
    const shown = state('Guard', options);
    expect(shown.known && shown.evidence.at(-1)).toMatchObject({
      from: 'fact',
      value: true,
      source: 'https://kubernetes.io',
    });
  });

  test('naming it switches it on or off, whatever the version', () => {
    expect(state('Extra', { settings: { ...lists, 'enable-admission-plugins': ['Extra'] } })).toMatchObject({
      on: true,
    });
    expect(state('Guard', { settings: { ...lists, 'disable-admission-plugins': ['Guard'] } })).toMatchObject({
      on: false,
    });
    const both = { ...lists, 'enable-admission-plugins': ['Extra'], 'disable-admission-plugins': ['Extra'] };
    expect(state('Extra', { settings: both })).toMatchObject({ on: false });
  });

  test('the old flag replaces everything', () => {
    const old = { ...lists, 'admission-control': ['Extra'], 'disable-admission-plugins': ['Extra'] };
    expect(state('Extra', { settings: old })).toMatchObject({ on: true });
    expect(state('Guard', { version: '1.37.2', settings: old })).toMatchObject({ on: false });
  });

  test('the old flag without a name switches all off', () => {
    const old = { ...lists, 'admission-control': [] };
    expect(state('Guard', { version: '1.37.2', settings: old })).toMatchObject({ known: true, on: false });
  });

  test('names count as a whole', () => {
    const options = { version: '1.37.2', settings: { ...lists, 'enable-admission-plugins': ['ExtraExtra', 'extra'] } };
    expect(state('Extra', options)).toMatchObject({ on: false });
  });

  test('without the version, or outside what is described, a default is not known', () => {
    expect(state('Guard', { settings: lists })).toMatchObject({ known: false, because: { code: 'not-visible' } });
    expect(state('Guard', { version: '1.99.0', settings: lists })).toMatchObject({
      known: false,
      because: { code: 'outside-known-versions', detail: '1.99.0 is not described' },
    });
  });

  test('lists that are not given are empty, even where their default is not known', () => {
    const settings = { 'enable-admission-plugins': ['Extra'] };
    expect(state('Extra', { settings })).toMatchObject({ known: true, on: true });
    expect(state('Extra', { settings, hidden: ['admission-control'] })).toMatchObject({ known: false });
    expect(state('Extra', { settings, hidden: ['disable-admission-plugins'] })).toMatchObject({ known: false });
    expect(state('Extra', { settings: {} })).toMatchObject({ known: false });
  });
});
