import type { FlagType } from '../../model/facts.ts';
import type { ObjectRef } from '../../model/finding.ts';
import type { Container } from '../../shapes/generated.ts';
import { readFlagValue } from './flag-values.ts';
import { known, type Layer, unknown } from './layers.ts';

/** Settings that etcd takes from its environment: `ETCD_CLIENT_CERT_AUTH` for `--client-cert-auth`. */
export function environmentLayer(
  object: ObjectRef,
  container: Container,
  pointer: string,
  typeOf: (flag: string) => FlagType | undefined,
): Layer {
  // Of several entries of one name the last counts.
  const indexOf = (setting: string): number =>
    container.env.findLastIndex(({ name }) => name === `ETCD_${setting.toUpperCase().replaceAll('-', '_')}`);
  return {
    read(setting) {
      const index = indexOf(setting);
      const entry = container.env[index];
      if (entry === undefined) return container.envFrom.length === 0 ? undefined : FROM_ELSEWHERE;
      // A value from elsewhere reads as an empty one, and the kubelet fills other variables into it.
      if (entry.valueFrom !== undefined || entry.value === undefined || entry.value.includes('$('))
        return unknown('not-understood', `the value of ${entry.name} is not read`);
      const type = typeOf(setting);
      const value = readFlagValue([entry.value], type);
      if (value === undefined) return unknown('not-understood', `the value of ${entry.name} cannot be read`);
      const place = `${pointer}/env/${index}/value`;
      return known(value, 'environment', [
        { from: 'object', object, pointer: place, observed: entry.value, source: 'environment' },
      ]);
    },
    gives(setting) {
      if (indexOf(setting) !== -1) return true;
      return container.envFrom.length === 0 ? false : undefined;
    },
  };
}

const FROM_ELSEWHERE = unknown(
  'not-understood',
  'the container takes variables from a ConfigMap or Secret that is not read',
);
