import { distributionOf } from '../derive/index.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/resources.ts';
import { withCommand } from './command.ts';
import type { Lookup } from './run.ts';

/** Which cluster a report is about, and who runs it; what is not known is null. */
export function identify(snapshot: Snapshot, lookup: Lookup): Report['cluster'] {
  const { context, uid, server, tlsVerified } = snapshot.cluster;
  const version = lookup('version');
  const plane = lookup('managed-plane');
  const distribution = distributionOf(snapshot);
  const managed = plane.state !== 'failed' && plane.value.managed === true ? plane.value : undefined;
  return {
    name: context ?? null,
    context: context ?? null,
    uid: uid ?? null,
    server: server ?? null,
    version: version.state === 'failed' ? null : version.value.gitVersion,
    distribution: distribution?.name ?? null,
    distributionEvidence: distribution?.evidence.map(withCommand) ?? [],
    managed: managed === undefined ? null : { provider: managed.provider, evidence: managed.evidence.map(withCommand) },
    tlsVerified: tlsVerified ?? null,
  };
}
