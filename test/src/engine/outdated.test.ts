import { expect, test } from '@jest/globals';
import { outdatedFor } from '../../../src/engine/outdated.ts';
import { facts } from '../../../src/facts/index.ts';
import type { Facts } from '../../../src/model/facts.ts';
import { forbidden, node, whole } from '../../support/derived.ts';

const products = ['Kubernetes', 'etcd', 'containerd', 'CRI-O', 'Linux', 'Debian', 'Ubuntu'].map((product) => ({
  product,
  about: 'releases' as const,
  asOf: '2026-01-01',
}));
const old = { ...facts, edition: { ...facts.edition, products } } as Facts;
const NOW = '2026-11-24T00:00:00Z';
const running = (osImage: string, containerRuntimeVersion: string) => {
  const one = node('a');
  const { nodeInfo } = one.status;
  return {
    ...one,
    status: { ...one.status, nodeInfo: { ...nodeInfo, operatingSystem: 'linux', osImage, containerRuntimeVersion } },
  };
};
const names = (found: ReturnType<typeof outdatedFor>) => found.map(({ product }) => product);

test('names what the nodes run, and not what others do', () => {
  const nodes = whole([running('Debian GNU/Linux 12 (bookworm)', 'containerd://2.1.0')]);
  expect(names(outdatedFor(old, NOW, nodes))).toEqual(['Kubernetes', 'etcd', 'containerd', 'Linux', 'Debian']);
  const odd = whole([running('', '')]);
  expect(names(outdatedFor(old, NOW, odd))).toEqual(['Kubernetes', 'etcd', 'Linux']);
});

test('names nothing that is young enough, and nothing where no time is known', () => {
  expect(outdatedFor(old, '2026-04-01T00:00:00Z', forbidden)).toEqual([]);
  expect(names(outdatedFor(old, '2026-04-01T00:00:01Z', forbidden))).toEqual(['Kubernetes', 'etcd']);
  expect(outdatedFor(old, undefined, forbidden)).toEqual([]);
});
