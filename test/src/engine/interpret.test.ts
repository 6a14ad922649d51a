import { describe, expect, test } from '@jest/globals';
import { interpret } from '../../../src/engine/interpret.ts';
import type { Evidences, Finding } from '../../../src/model/finding.ts';
import { evidence, finding, meta, node } from '../../support/outcomes.ts';

const inNoBinding: Evidences = [
  {
    from: 'absence',
    object: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', name: '' },
    pointer: '',
    sought: 'a right',
  },
];
const everybody: Finding = { verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' }, evidence: inNoBinding };
const missing = [{ source: 'rbac', what: ['role-bindings of ns-1', 'role-bindings of ns-2'] }];

describe('of whole sources', () => {
  test('findings stay as they are', () => {
    expect(interpret([everybody, finding('fail')], meta(), [])).toEqual({
      findings: [everybody, finding('fail')],
      because: null,
      provider: null,
    });
  });

  test('proven absence does not apply, and unseen is unknown', () => {
    expect(interpret({ absent: [evidence], because: 'there is none' }, meta(), [])).toMatchObject({
      findings: [{ verdict: 'not-applicable', subject: { kind: 'Component', name: 'kubelet' }, evidence: [evidence] }],
      because: 'there is none',
      provider: null,
    });
    const unseen = { code: 'not-visible', detail: 'no pod shows it' } as const;
    expect(interpret({ unseen }, meta(), [])).toMatchObject({
      findings: [{ verdict: 'unknown', because: unseen }],
      because: 'no pod shows it',
    });
  });
});

describe('of partial sources', () => {
  test('what is missing is an unknown of its own, for as many objects as are named', () => {
    const { findings } = interpret([finding('pass'), finding('fail', node('node-2'))], meta(), missing);
    expect(findings).toEqual([
      finding('pass'),
      finding('fail', node('node-2')),
      {
        verdict: 'unknown',
        subject: { kind: 'Source', name: 'rbac', members: { count: 2, samples: missing[0]?.what } },
        evidence: [],
        because: { code: 'incomplete', detail: 'role-bindings of ns-1 (and 1 more)' },
      },
    ]);
    const one = interpret([finding('pass')], meta(), [{ source: 'nodes', what: ['page 3'] }]).findings[1];
    expect(one).toMatchObject({ subject: { kind: 'Source', name: 'nodes' }, because: { detail: 'page 3' } });
    expect(one?.subject.members).toBeUndefined();
    expect(interpret([finding('pass')], meta(), [{ source: 'nodes', what: [] }]).findings[1]).toMatchObject({
      because: { detail: 'something is missing' },
    });
  });

  test('statements on all or none become unknown; a failing one stands', () => {
    const absent = { verdict: 'not-applicable', subject: node('a'), evidence: inNoBinding, because: 'none' } as const;
    const fails = { verdict: 'fail', subject: node('b'), evidence: inNoBinding, message: 'open' } as const;
    const verdicts = interpret([everybody, absent, fails], meta(), missing).findings.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['unknown', 'unknown', 'fail', 'unknown']);
  });

  test('one absence from all among other evidence is enough, one from a single object is no such statement', () => {
    const inOneObject = {
      from: 'absence',
      object: { apiVersion: 'v1', kind: 'Pod', name: 'a' },
      pointer: '/spec',
      sought: 'x',
    } as const;
    const mixed = { verdict: 'pass', subject: node('a'), evidence: [evidence, ...inNoBinding] } as const;
    const own = { verdict: 'pass', subject: node('b'), evidence: [evidence, inOneObject] } as const;
    const nameless = {
      verdict: 'pass',
      subject: node('c'),
      evidence: [{ ...evidence, object: { ...inOneObject.object, name: '' } }],
    } as const;
    const verdicts = interpret([mixed, own, nameless], meta(), missing).findings.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['unknown', 'pass', 'pass', 'unknown']);
  });

  test('that nothing was found proves nothing', () => {
    const { findings, because } = interpret({ absent: inNoBinding, because: 'there is none' }, meta(), missing);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['unknown']);
    expect(because).toBe('nothing was found in what could be read, which does not prove that there is nothing');
  });

  test('what was not seen keeps its reason', () => {
    const unseen = { code: 'not-visible', detail: 'no pod shows it' } as const;
    const { findings, because } = interpret({ unseen }, meta(), missing);
    expect(findings.map((one) => one.verdict === 'unknown' && one.because.code)).toEqual(['not-visible', 'incomplete']);
    expect(because).toBe('no pod shows it');
  });

  test('that a provider runs it stands where something positive shows it', () => {
    const shown = { absent: [evidence] as const, because: 'EKS runs it', provider: 'EKS' };
    expect(interpret(shown, meta(), missing)).toMatchObject({
      provider: 'EKS',
      findings: [{ verdict: 'not-applicable' }],
    });
    const amongAbsences = { ...shown, absent: [...inNoBinding, evidence] as const };
    expect(interpret(amongAbsences, meta(), missing)).toMatchObject({ provider: 'EKS' });
    expect(interpret({ ...shown, absent: inNoBinding }, meta(), missing)).toMatchObject({
      provider: null,
      findings: [{ verdict: 'unknown' }],
    });
  });
});
