import type { Evidence, Uncertainty } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import { items, mayBeGiven } from './observed-values.ts';

const OVERRIDES = 'etcd-servers-overrides';

/**
 * Servers that an API server keeps objects of single resources in, which it reaches with the certificate and the CA of --etcd-servers;
 * or why they are not known.
 */
export function overridingServers(
  instance: Instance,
):
  | { readonly known: true; readonly addresses: readonly string[]; readonly evidence: readonly Evidence[] }
  | { readonly known: false; readonly because: Uncertainty } {
  const overrides = instance.get(OVERRIDES);
  if (mayBeGiven(instance, OVERRIDES, overrides)) return overrides;
  const addresses = overrides.known ? items(overrides.value).flatMap(serversOf) : [];
  return { known: true, addresses, evidence: overrides.known && addresses.length > 0 ? overrides.evidence : [] };
}

/** `/events#https://192.0.2.1:2379;https://192.0.2.2:2379`: its addresses. */
const serversOf = (override: string): readonly string[] => override.replace(/^[^#]*#/, '').split(';');
