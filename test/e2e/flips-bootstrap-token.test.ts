import { expect, test } from '@jest/globals';
import { faults, nodes, until } from './flips/flip.ts';
import { noteProof } from './proofs.ts';
import { onNode } from './support.ts';

const TOKEN = 'flip01.0123456789abcdef';

// The age of a bootstrap token cannot be set, but the day by which a scan judges can.
test('a bootstrap token fails on the second day, and no longer once kubeadm deleted it', async () => {
  const [plane] = nodes().planes;
  const onPlane = (...command: readonly string[]): string => onNode(plane?.name ?? '', command);
  const kubeadm = (...args: readonly string[]): string =>
    onPlane('env', 'KUBECONFIG=/etc/kubernetes/admin.conf', 'kubeadm', ...args);
  const asItsOwner = (): string =>
    onPlane('curl', '-sk', '-H', `Authorization: Bearer ${TOKEN}`, `https://${plane?.ip}:6443/api/v1/secrets`);
  const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
  const fault = 'service-accounts/bootstrap-tokens: fail Secret kube-system/bootstrap-token-flip01';
  kubeadm('token', 'create', TOKEN, '--ttl', '0');
  try {
    expect([...faults().keys()]).not.toContain(fault);
    expect([...faults('--as-of', later).keys()]).toContain(fault);
    expect(asItsOwner()).toContain('"system:bootstrap:flip01');
  } finally {
    kubeadm('token', 'delete', 'flip01');
  }
  expect([...faults('--as-of', later).keys()]).not.toContain(fault);
  // The API server remembers a token for ten seconds.
  await until('the API server has forgotten the token', () => asItsOwner().includes('Unauthorized'), 60_000);
  noteProof('service-accounts/bootstrap-tokens', true);
});
