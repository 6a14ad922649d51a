import type { FlagType } from '../../model/facts.ts';
import type { Flagz } from '../../model/resources.ts';
import { readFlagValue, unwrapPrinted } from './flag-values.ts';
import { known, type Layer, unknown } from './layers.ts';

/** What the server prints in place of a value that it keeps to itself. */
const MASKED = /^(?:\[?CLASSIFIED\]?|<masked>|\*+)$/i;

/**
 * Settings from what a server answered at /flagz: effective values, defaults among them. Whether a flag was given shows only where
 * its value is not the default, which `isDefault` tells.
 */
export function flagzLayer(
  flagz: Flagz,
  typeOf: (flag: string) => FlagType | undefined,
  isDefault: (flag: string, value: string) => boolean,
): Layer {
  const textOf = (flag: string): string | undefined => {
    const text = Object.hasOwn(flagz.flags, flag) ? flagz.flags[flag] : undefined;
    return text === undefined || MASKED.test(text) ? undefined : text;
  };
  return {
    read(flag) {
      const text = textOf(flag);
      if (text === undefined) return undefined;
      const type = typeOf(flag);
      const value = readFlagValue([unwrapPrinted(text, type)], type);
      if (value === undefined)
        return unknown('not-understood', `/flagz gives a value of --${flag} that cannot be read`);
      const pointer = `/flags/${flag}`;
      return known(value, 'flagz', [{ from: 'endpoint', path: '/flagz', pointer, observed: text, source: 'flagz' }]);
    },
    gives(flag) {
      const text = textOf(flag);
      return text !== undefined && !isDefault(flag, text) ? true : undefined;
    },
  };
}
