import type { Evidence } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { Instances } from '../../model/views.ts';

/** What shows that every API server refuses requests without a login, so that it does not matter what is granted to them; undefined where one may not. */
export function anonymousRefused(servers: Gathered<Instances>): readonly [Evidence, ...Evidence[]] | undefined {
  if (servers.state !== 'whole') return undefined;
  const settings = servers.value.instances.map((server) => server.get('anonymous-auth'));
  const [first, ...rest] = settings.flatMap((one) => (one.known && one.value === false ? one.evidence : []));
  const all = settings.every((one) => one.known && one.value === false);
  return all && first !== undefined ? [first, ...rest] : undefined;
}
