import type { Facts } from '../model/facts.ts';
import { BACKPORTING_DISTRIBUTIONS } from './data/distributions.ts';

/** See Facts. */
export const backportingDistribution: Facts['backportingDistribution'] = (osImage) => {
  const found = Object.entries(BACKPORTING_DISTRIBUTIONS).find(
    ([name]) => osImage === name || osImage.startsWith(`${name} `),
  );
  return found === undefined ? undefined : { name: found[0], source: found[1] };
};
