import { describe, expect, test } from '@jest/globals';
import { accountFinder, tokenOf, withoutAccount } from '../../../../src/judge/workloads/service-account-tokens.ts';
import type { Gathered } from '../../../../src/model/resources.ts';
import type { WorkloadShape } from '../../../../src/model/workload-shape.ts';
import { type ServiceAccount, schemas } from '../../../../src/shapes/generated.ts';
import { forbidden, partial, whole } from '../../../support/derived.ts';
import { workloadShape } from '../../../support/workload-shapes.ts';

const account = (fields: object = {}): ServiceAccount =>
  schemas.ServiceAccount.project({ metadata: { name: 'default', namespace: 'shop' }, ...fields });
const token = (shape: Partial<WorkloadShape>, accounts: Gathered<readonly ServiceAccount[]>) =>
  tokenOf(workloadShape(shape), accountFinder(accounts), accounts);

describe('the token of a workload', () => {
  test.each([
    [undefined, undefined, true],
    [undefined, true, true],
    [undefined, false, false],
    [true, false, true],
    [false, true, false],
  ])('is decided by the pod (%s), then by its account (%s): %s', (own, said, mounted) => {
    const accounts = whole([account(said === undefined ? {} : { automountServiceAccountToken: said })]);
    expect(token({ automountServiceAccountToken: own }, accounts)).toMatchObject({ known: true, mounted });
  });

  test('is there for an account that does not exist', () => {
    const found = token({ serviceAccountName: 'gone' }, whole([account()]));
    expect(found).toMatchObject({ known: true, mounted: true, evidence: [{ from: 'absence' }] });
  });

  test.each([
    ['not read', forbidden, { code: 'forbidden' }],
    [
      'among those that were not read',
      partial([]),
      { code: 'incomplete', detail: 'ServiceAccount shop/default was not read' },
    ],
  ] as const)('is not known where its account is %s', (_, accounts, because) => {
    expect(token({}, accounts)).toMatchObject({ known: false, because });
    expect(token({ serviceAccountName: '' }, accounts)).toMatchObject({ known: false, because });
  });

  test('is known by an account that was read among others that were not', () => {
    const accounts = partial([account({ automountServiceAccountToken: false })]);
    expect(token({}, accounts)).toMatchObject({ known: true, mounted: false });
  });

  test('needs no account where the pod decides', () => {
    expect(token({ automountServiceAccountToken: false }, forbidden)).toMatchObject({ known: true, mounted: false });
  });
});

describe('a live pod that names no account', () => {
  test.each([
    ['kube-system', 'not-applicable'],
    ['shop', 'unknown'],
  ])('in %s is %s', (namespace, verdict) => {
    expect(withoutAccount(workloadShape({ namespace, serviceAccountName: '' }))).toMatchObject({ verdict });
  });

  test('is told from a template, which gets the default, and from one that names it', () => {
    expect(withoutAccount(workloadShape({ serviceAccountName: '', pods: 0 }))).toBeUndefined();
    expect(withoutAccount(workloadShape({ serviceAccountName: '', pointer: '/spec/template/spec' }))).toBeUndefined();
    expect(withoutAccount(workloadShape())).toBeUndefined();
  });
});
