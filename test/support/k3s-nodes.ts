import { type NodeOptions, node } from './objects.ts';

type Environment = Readonly<Record<string, string>>;

/** A node of k3s that was started with these arguments and variables. */
export const k3s = (name: string, args: readonly string[], env: Environment = {}, more: NodeOptions = {}): object =>
  embedded('k3s', name, args, env, { kubelet: 'v1.37.2+k3s1', ...more });

/** A node of RKE2 that was started with these arguments and variables. */
export const rke2 = (name: string, args: readonly string[], env: Environment = {}, more: NodeOptions = {}): object =>
  embedded('rke2', name, args, env, { kubelet: 'v1.37.2+rke2r1', ...more });

function embedded(
  program: 'k3s' | 'rke2',
  name: string,
  args: readonly string[],
  env: Environment,
  more: NodeOptions,
): object {
  const labels = args[0] === 'server' ? { 'node-role.kubernetes.io/control-plane': 'true' } : {};
  const annotations = {
    [`${program}.io/node-args`]: JSON.stringify(args),
    [`${program}.io/node-env`]: JSON.stringify(env),
  };
  return node(name, { labels, ...more, annotations });
}
