import type { Config, ConfigValue } from '../model/resources.ts';
import type { Node } from '../shapes/generated.ts';
import { AMOUNTS, OWN_TO_NODE } from './settings/kubelet-fields.ts';

/** A configuration without what is a node's own: its size, its name and its addresses; keys in order. */
export function withoutOwn(config: Config, node: Node): Config {
  const own = ownWords(node);
  const entries = Object.entries(config).filter(([field]) => !OWN_TO_NODE.has(field));
  return inOrder(entries.map(([field, value]) => [field, plain(AMOUNTS.has(field) ? present(value) : value, own)]));
}

interface OwnWords {
  readonly addresses: ReadonlySet<string>;
  /** The node's name where it stands for itself or for a file, not as a part of another word. */
  readonly name: RegExp;
}

function ownWords({ metadata, status }: Node): OwnWords {
  const name = metadata.name.replaceAll('.', String.raw`\.`);
  return {
    addresses: new Set(status.addresses.map(({ address }) => address)),
    name: new RegExp(String.raw`(?<![\w.-])${name}(?![\w-])`, 'g'),
  };
}

function plain(value: ConfigValue | undefined, own: OwnWords): ConfigValue | undefined {
  if (typeof value === 'string') {
    return own.addresses.has(value) ? '$(ADDRESS)' : value.replaceAll(own.name, '$(NODE)');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly ConfigValue[]).flatMap((item) => plain(item, own) ?? []);
  return inOrder(Object.entries(value as Config).map(([key, item]) => [key, plain(item, own)]));
}

/** Of amounts by name those above zero, whatever they are. */
function present(value: ConfigValue | undefined): ConfigValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value as Config)
    .filter(([, amount]) => typeof amount !== 'string' || isAmount(amount))
    .map(([name]) => name)
    .sort();
}

/** Whether a quantity or a share is above zero. */
const isAmount = (text: string): boolean => /[1-9]/.test(text);

const inOrder = (entries: readonly (readonly [string, ConfigValue | undefined])[]): Config =>
  Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
