import { describe, expect, test } from '@jest/globals';
import { effectiveSecurity, mountsToken } from '../../../../src/judge/workloads/workload-security.ts';
import { schemas } from '../../../../src/shapes/generated.ts';

describe('effectiveSecurity', () => {
  const { spec } = schemas.Pod.project({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: {
      securityContext: { runAsUser: 1, runAsNonRoot: true },
      containers: [{ name: 'own', securityContext: { runAsUser: 0 } }, { name: 'none' }],
    },
  });
  const [own, none] = spec.containers;

  test('is the container’s before the pod’s, also where that is zero', () => {
    expect(own && effectiveSecurity(spec, own, 'runAsUser')).toBe(0);
    expect(own && effectiveSecurity(spec, own, 'runAsNonRoot')).toBe(true);
    expect(none && effectiveSecurity(spec, none, 'runAsUser')).toBe(1);
    expect(none && effectiveSecurity({ securityContext: undefined }, none, 'runAsUser')).toBeUndefined();
  });
});

describe('mountsToken', () => {
  test.each([
    [false, true, false],
    [true, false, true],
    [undefined, false, false],
    [undefined, undefined, true],
  ])('pod %s, account %s: %s', (pod, account, expected) => {
    expect(mountsToken({ automountServiceAccountToken: pod }, { automountServiceAccountToken: account })).toBe(
      expected,
    );
  });

  test('is yes for an account that is not there', () => {
    expect(mountsToken({ automountServiceAccountToken: undefined }, undefined)).toBe(true);
  });
});
