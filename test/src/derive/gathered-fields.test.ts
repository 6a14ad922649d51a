import { describe, expect, test } from '@jest/globals';
import { checks } from '../../../checks/index.ts';
import { OMITTED_WHEN_ZERO } from '../../../src/derive/settings/kubelet-fields.ts';
import { facts } from '../../../src/facts/index.ts';
import { type FieldList, KUBE_PROXY_FIELDS, KUBELET_FIELDS } from '../../../src/gather/config-fields.ts';
import type { Check } from '../../../src/model/check.ts';
import type { Instance } from '../../../src/model/views.ts';
import { whole } from '../../support/derived.ts';

/** Whether a dotted field is kept when a document is gathered. */
function isGathered(field: string, list: FieldList): boolean {
  const [first = '', ...rest] = field.split('.');
  const member = Object.hasOwn(list, first) ? list[first] : undefined;
  return typeof member === 'object' ? rest.length > 0 && isGathered(rest.join('.'), member) : member !== undefined;
}

/** The settings that a check asks of the instances of a view, whatever they are told. */
function settingsOf(check: Check, view: 'settings:kubelet' | 'settings:kube-proxy'): readonly string[] {
  if (check.kind === 'manual') return [];
  const asked = new Set<string>();
  const values = [true, false, 'a', 1, ['a']];
  for (const value of values) {
    const instance: Instance = {
      subject: { kind: 'Node', name: 'a' },
      version: { value: '1.37.2', evidence: EVIDENCE },
      get: (setting) => {
        asked.add(setting);
        return { known: true, value, source: 'default', evidence: EVIDENCE };
      },
      given: (setting) => {
        asked.add(setting);
        return undefined;
      },
    };
    const instances = { instances: [instance], none: { unseen: { code: 'not-visible', detail: 'none' } } };
    try {
      check.evaluate({ [view]: check.needs.includes(view) ? instances : whole(instances) } as never, {
        now: undefined,
        facts,
      });
    } catch {
      // A check that needs more than this view is asked as far as it goes.
    }
  }
  return [...asked];
}

const EVIDENCE = [{ from: 'fact', fact: 'none', value: true, source: 'https://example.org' }] as const;

describe('what checks ask of configuration files is gathered', () => {
  const lists = { 'settings:kubelet': KUBELET_FIELDS, 'settings:kube-proxy': KUBE_PROXY_FIELDS } as const;
  const cases = (['settings:kubelet', 'settings:kube-proxy'] as const).flatMap((view) =>
    (checks as readonly Check[])
      .filter((check) => check.kind === 'automated' && [...check.needs, ...(check.wants ?? [])].includes(view))
      .map((check) => [check.meta.id, view, check] as const),
  );

  test.each(cases)('%s of %s', (_, view, check) => {
    expect(settingsOf(check, view).filter((field) => !isGathered(field, lists[view]))).toEqual([]);
  });

  test('some of them ask', () => {
    expect(cases.filter(([, view, check]) => settingsOf(check, view).length > 0).length).toBeGreaterThan(5);
  });
});

describe('what the kubelet leaves out where it is zero', () => {
  test.each(Object.keys(OMITTED_WHEN_ZERO))('%s is gathered', (field) => {
    expect(isGathered(field, KUBELET_FIELDS)).toBe(true);
  });
});
