import type { FlagType } from '../../model/facts.ts';
import type { Evidence, Evidences, ObjectRef, SettingSource } from '../../model/finding.ts';
import type { Lookup } from '../../model/views.ts';
import { type Argument, type FlagUse, flagName, parseFlags } from '../processes/flags.ts';
import { readFlagValue } from './flag-values.ts';
import { known, type Layer, unknown } from './layers.ts';

type FlagTypes = (flag: string) => FlagType | undefined;

/** Settings from the arguments of a process. */
export function argvLayer(
  object: ObjectRef,
  line: { readonly arguments: readonly Argument[]; readonly opaque: string | undefined },
  typeOf: FlagTypes,
  source: SettingSource = 'argv',
): Layer {
  const parsed = parseFlags(line.arguments, typeOf);
  const trouble = troubleOf(line.opaque, parsed.opaque);
  const usesOf = (setting: string): readonly FlagUse[] => parsed.uses.get(flagName(setting)) ?? [];
  return {
    read(setting) {
      if (trouble !== undefined) return trouble;
      const uses = usesOf(setting);
      return uses.length === 0 ? undefined : readUses(setting, uses, typeOf(setting), object, source);
    },
    gives: (setting) => (trouble === undefined ? usesOf(setting).length > 0 : undefined),
  };
}

function troubleOf(command: string | undefined, argument: Argument | undefined): Lookup | undefined {
  if (command !== undefined)
    return unknown('not-understood', 'the container starts the component in a way that kubevet cannot follow');
  if (argument === undefined) return undefined;
  return unknown('not-understood', `the argument ${argument.raw} may be any flag, and its value is not known`);
}

function readUses(
  flag: string,
  uses: readonly FlagUse[],
  type: FlagType | undefined,
  object: ObjectRef,
  source: SettingSource,
): Lookup {
  const counting = type === 'list' || type === 'map' ? uses : uses.slice(-1);
  if (counting.some((use) => use.hidden)) {
    return unknown('not-understood', `--${flag} takes its value from a variable that is not read`);
  }
  const value = readFlagValue(
    counting.map((use) => use.value),
    type,
  );
  if (value === undefined) return unknown('not-understood', `the value of --${flag} cannot be read`);
  const places = new Map(counting.flatMap((use) => use.arguments).map((argument) => [argument.pointer, argument.raw]));
  const evidence = [...places].map(
    ([pointer, observed]): Evidence => ({ from: 'object', object, pointer, observed, source }),
  );
  return known(value, source, evidence as unknown as Evidences);
}
