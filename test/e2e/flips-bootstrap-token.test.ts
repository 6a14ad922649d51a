import { expect, test } from '@jest/globals';
import { nodes, onNode, scan } from './flips/flip.ts';
import { noteProof } from './proofs.ts';

// The age of a bootstrap token cannot be set, but the day by which a scan judges can.
test('a bootstrap token fails on the second day, and no longer once kubeadm deleted it', () => {
  const plane = nodes().planes[0]?.name ?? '';
  const kubeadm = (...args: readonly string[]): string =>
    onNode(plane, ['env', 'KUBECONFIG=/etc/kubernetes/admin.conf', 'kubeadm', ...args]);
  const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
  const fault = 'service-accounts/bootstrap-tokens: fail Secret kube-system/bootstrap-token-flip01';
  kubeadm('token', 'create', 'flip01.0123456789abcdef', '--ttl', '0');
  try {
    expect([...scan().keys()]).not.toContain(fault);
    expect([...scan('--as-of', later).keys()]).toContain(fault);
  } finally {
    kubeadm('token', 'delete', 'flip01');
  }
  expect([...scan('--as-of', later).keys()]).not.toContain(fault);
  noteProof('service-accounts/bootstrap-tokens', false);
});
