import { KubevetError } from '../model/error.ts';
import type { Gates } from './exit-codes.ts';
import type { ReportArguments } from './options.ts';

/** Reads the gates from the command line. Fails on a number outside of 0 to 100. */
export function gatesOf(args: ReportArguments): Gates {
  return {
    failOn: args.failOn,
    minScore: percent(args.minScore, 'min-score'),
    minCoverage: percent(args.minCoverage, 'min-coverage'),
  };
}

function percent(value: number | undefined, flag: string): number | undefined {
  if (value === undefined || (value >= 0 && value <= 100)) return value;
  throw new KubevetError('usage', `--${flag} wants a number from 0 to 100`);
}
