import { describe, expect, test } from '@jest/globals';
import { FEATURE_GATES } from '../../../src/facts/data/feature-gates.ts';
import { facts } from '../../../src/facts/index.ts';
import { parseEra } from '../../../src/facts/table.ts';
import { compareVersions } from '../../../src/facts/version.ts';

const stage = (gate: string, version: string) => {
  const answer = facts.featureStage(gate, version);
  return answer.known ? answer.value : answer.why;
};

describe('stages of features', () => {
  test('by version', () => {
    expect(stage('KubeletInUserNamespace', '1.36.3')).toBe('alpha');
    expect(stage('KubeletInUserNamespace', '1.37.2')).toBe('beta');
    expect(stage('KubeletFineGrainedAuthz', '1.32.2')).toBe('alpha');
    expect(stage('KubeletFineGrainedAuthz', '1.36.0')).toBe('ga');
    expect(stage('LoggingAlphaOptions', '1.34.4+k3s1')).toBe('alpha');
  });

  test('a gate that was taken out, and one that did not exist yet', () => {
    expect(stage('AppArmor', '1.32.2')).toBe('ga');
    expect(stage('AppArmor', '1.37.2')).toBe('removed');
    expect(stage('KubeletEnsureSecretPulledImages', '1.32.2')).toContain('came after');
  });

  test('what is not described', () => {
    expect(stage('NoSuchFeature', '1.37.2')).toContain('no feature gate');
    expect(stage('constructor', '1.37.2')).toContain('no feature gate');
    expect(stage('NodeSwap', '1.31.0')).toContain('older than 1.32');
    expect(stage('NodeSwap', '1.38.0')).toContain('newer than 1.37');
  });

  test('its source is the list of that minor', () => {
    expect(facts.featureStage('NodeSwap', '1.34.4')).toMatchObject({
      source: 'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/features/kube_features.go',
    });
  });
});

describe('the list', () => {
  const rows = FEATURE_GATES.trim()
    .split('\n')
    .map((line) => line.split(' '));

  test('is sorted, with a row for each', () => {
    const names = rows.map(([name]) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });

  test('has known stages, which ascend', () => {
    for (const [name, ...texts] of rows) {
      const eras = texts.map(parseEra);
      expect({ name, eras: eras.length > 0 }).toEqual({ name, eras: true });
      for (const [at, era] of eras.entries()) {
        expect(['alpha', 'beta', 'ga', 'deprecated']).toContain(era.value);
        expect(compareVersions(era.from, era.through)).toBeLessThanOrEqual(0);
        const next = eras[at + 1];
        if (next !== undefined) expect(compareVersions(era.through, next.from)).toBeLessThan(0);
      }
    }
  });
});
