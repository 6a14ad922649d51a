import { expect, test } from '@jest/globals';
import { checks } from '../../checks/index.ts';
import { cloudControllerManagerGroups } from './flips/cloud-controller-manager.ts';
import type { Flip } from './flips/flip.ts';
import { kubeProxyGroups } from './flips/kube-proxy.ts';
import { kubeletGroups } from './flips/kubelets.ts';
import { controlPlaneGroups } from './flips/manifests.ts';
import { rbac } from './flips/rbac.ts';
import { withoutFlip } from './flips/without-flip.ts';
import { serviceAccounts, workloads } from './flips/workloads.ts';
import { noteUnproven } from './proofs.ts';

const flips = [
  ...[...controlPlaneGroups, ...kubeletGroups, ...kubeProxyGroups, ...cloudControllerManagerGroups].flatMap(
    (group): readonly Row[] => group.flips,
  ),
  ...rbac,
  ...workloads,
  ...serviceAccounts,
];

type Row = Flip<unknown>;
/** Have tests of their own. */
const ELSEWHERE = ['etcd/not-exposed-by-service', 'service-accounts/bootstrap-tokens'];

test('every check but those of the API server is flipped, or says why not', () => {
  const proven = [...new Set([...flips.map(({ check }) => check), ...ELSEWHERE])];
  const probed = new Set(flips.filter(({ probe }) => 'script' in probe).map(({ check }) => check));
  const all = checks.map(({ meta }) => meta).filter(({ component }) => component !== 'kube-apiserver');
  const reasons = Object.entries(withoutFlip).map(([id, why]) => `\n  ${id}: ${why}`);
  const missing = all.filter(({ id }) => !proven.includes(id) && withoutFlip[id] === undefined);
  process.stderr.write(
    `e2e: ${proven.length} of ${all.length} checks are proven both ways, ${probed.size} of them with what Kubernetes itself does. Without a flip:${reasons.join('')}\n`,
  );
  for (const [check, why] of Object.entries(withoutFlip)) noteUnproven(check, why);
  expect(missing.map(({ id }) => id)).toEqual([]);
  const ids: readonly string[] = all.map(({ id }) => id);
  expect([...proven, ...Object.keys(withoutFlip)].filter((id) => !ids.includes(id))).toEqual([]);
  expect(proven.filter((id) => withoutFlip[id] !== undefined)).toEqual([]);
});
