import { describe, expect, test } from '@jest/globals';
import { type Selectors, select } from '../../../src/engine/select.ts';
import { KubevetError } from '../../../src/model/error.ts';
import { checkOf } from '../../support/outcomes.ts';

const all = [
  checkOf({ id: 'kube-apiserver/anonymous-auth', component: 'kube-apiserver' }),
  checkOf({ id: 'kube-apiserver/profiling', component: 'kube-apiserver' }),
  checkOf({ id: 'kubelet/anonymous-auth', component: 'kubelet' }),
  checkOf({ id: 'workloads/privileged', component: 'workloads', scoreComponent: 'container-runtime' }),
];
const ids = (checks: readonly string[], components: readonly string[] = []): readonly string[] =>
  select(all, { checks, components }).checks.map(({ meta }) => meta.id);
const trouble = (checks: readonly string[], components: readonly string[] = []): KubevetError => {
  try {
    select(all, { checks, components });
  } catch (error) {
    if (error instanceof KubevetError) return error;
  }
  throw new Error('it was selected');
};

test('nothing asked for is everything, and no selection', () => {
  expect(select(all, { checks: [], components: [] })).toEqual({ checks: all, all, selectors: null });
  const selectors = { checks: ['rbac'], components: ['!kubelet'] };
  expect(select(all, { ...selectors, checks: [] }).selectors).toEqual({ ...selectors, checks: [] });
});

describe('checks of hygiene', () => {
  const tidy = checkOf({ id: 'kubelet/tidy', component: 'kubelet', tier: 'hygiene' });
  const some = [...all, tidy];
  const idsOf = (selectors: Partial<Selectors>) =>
    select(some, { checks: [], components: [], ...selectors }).checks.map(({ meta }) => meta.id);

  test('run only where they are asked for: all of them, or one by its id', () => {
    expect(idsOf({})).toEqual(all.map(({ meta }) => meta.id));
    expect(idsOf({ components: ['kubelet'] })).toEqual(['kubelet/anonymous-auth']);
    expect(idsOf({ checks: ['kubelet/*'] })).toEqual(['kubelet/anonymous-auth']);
    expect(idsOf({ hygiene: true })).toContain('kubelet/tidy');
    expect(idsOf({ checks: ['kubelet/*'], hygiene: true })).toEqual(['kubelet/anonymous-auth', 'kubelet/tidy']);
    expect(idsOf({ checks: ['kubelet/tidy'] })).toEqual(['kubelet/tidy']);
  });

  test('with them it is no selection: all that matters to the score runs', () => {
    expect(select(some, { checks: [], components: [], hygiene: true })).toEqual({
      checks: some,
      all: some,
      selectors: null,
    });
  });
});

describe('selectors', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['kubelet/anonymous-auth'], ['kubelet/anonymous-auth']],
    [['kube-apiserver/*'], ['kube-apiserver/anonymous-auth', 'kube-apiserver/profiling']],
    [['*/anonymous-auth'], ['kube-apiserver/anonymous-auth', 'kubelet/anonymous-auth']],
    [['kubelet'], ['kubelet/anonymous-auth']],
    [
      ['kubelet', 'kube-apiserver/profiling'],
      ['kube-apiserver/profiling', 'kubelet/anonymous-auth'],
    ],
    [['!kube-apiserver'], ['kubelet/anonymous-auth', 'workloads/privileged']],
    [['kube-apiserver', '!*/profiling'], ['kube-apiserver/anonymous-auth']],
    [['container-runtime'], ['workloads/privileged']],
  ])('--check %j', (checks, expected) => expect(ids(checks)).toEqual(expected));

  test.each<[readonly string[], readonly string[]]>([
    [['kubelet'], ['kubelet/anonymous-auth']],
    [['container-runtime'], ['workloads/privileged']],
    [['workloads'], ['workloads/privileged']],
    [
      ['!workloads', '!kubelet'],
      ['kube-apiserver/anonymous-auth', 'kube-apiserver/profiling'],
    ],
  ])('--component %j', (components, expected) => expect(ids([], components)).toEqual(expected));

  test('of both kinds must both fit', () => {
    expect(ids(['*/anonymous-auth'], ['kubelet'])).toEqual(['kubelet/anonymous-auth']);
  });
});

describe('a selector that fits nothing', () => {
  test.each([
    ['kubelet/anonymus-auth', 'Did you mean kubelet/anonymous-auth?'],
    ['!kube-apiserver/profilng', 'Did you mean kube-apiserver/profiling?'],
    ['kubelte', 'Did you mean kubelet?'],
    ['zzzzzzzzzzzzzzzzzzzzzzzz/qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', '`kubevet checks` lists all of them.'],
  ])('%s is a usage error with a hint', (selector, hint) => {
    const { code, message, hint: given } = trouble([selector]);
    expect([code, given]).toEqual(['usage', hint]);
    expect(message).toBe(`no check fits "${selector.replace('!', '')}"`);
  });

  test('a component that does not exist is named as such', () => {
    const { message, hint } = trouble([], ['kubelet/anonymous-auth']);
    expect(message).toBe('no component fits "kubelet/anonymous-auth"');
    expect(hint).toBe('`kubevet checks` lists all of them.');
  });

  test('a pattern is no regular expression', () => expect(trouble(['kubelet/.*']).code).toBe('usage'));

  test('a component without checks, or what leaves nothing, says so', () => {
    expect(trouble(['network']).message).toBe('the selection leaves no check');
    expect(trouble(['kubelet'], ['!kubelet']).message).toBe('the selection leaves no check');
  });
});
