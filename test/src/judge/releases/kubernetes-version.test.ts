import { describe, expect, test } from '@jest/globals';
import { minorsNewer, parseKubernetesVersion } from '../../../../src/judge/releases/kubernetes-version.ts';

describe('parseKubernetesVersion', () => {
  test.each([
    ['1.37.2', { major: 1, minor: 37, patch: 2, line: '1.37', prerelease: false, upstream: true, rebuilt: false }],
    ['v1.37.0-rc.1', { major: 1, minor: 37, patch: 0, line: '1.37', prerelease: true, upstream: true, rebuilt: false }],
    ['v1.36.3+k3s1', { major: 1, minor: 36, patch: 3, line: '1.36', prerelease: false, upstream: true, rebuilt: true }],
    [
      'v1.36.3-rc2+rke2r1',
      { major: 1, minor: 36, patch: 3, line: '1.36', prerelease: false, upstream: true, rebuilt: true },
    ],
    [
      'v1.33.5-eks-1a2b3c',
      { major: 1, minor: 33, patch: 5, line: '1.33', prerelease: false, upstream: false, rebuilt: false },
    ],
    [
      'v1.33.5-gke.1080000',
      { major: 1, minor: 33, patch: 5, line: '1.33', prerelease: false, upstream: false, rebuilt: false },
    ],
    [
      'v1.31.9+d1ca53e',
      { major: 1, minor: 31, patch: 9, line: '1.31', prerelease: false, upstream: false, rebuilt: false },
    ],
  ])('reads %s', (text, version) => {
    expect(parseKubernetesVersion(text)).toEqual(version);
  });

  test.each(['', 'latest', '1.37', 'sha256:abc', 'v.1.2'])('%p is no version', (text) => {
    expect(parseKubernetesVersion(text)).toBeUndefined();
  });
});

describe('minorsNewer', () => {
  const distance = (one: string, other: string): number | undefined => {
    const [left, right] = [parseKubernetesVersion(one), parseKubernetesVersion(other)];
    return left && right && minorsNewer(left, right);
  };

  test('counts minors, whatever the patches', () => {
    expect(distance('1.34.9', '1.37.0')).toBe(-3);
    expect(distance('1.37.0', '1.37.9')).toBe(0);
    expect(distance('2.0.0', '1.37.0')).toBe(63);
  });
});
