import { tryChecksOf } from '../support/checks-of.ts';

await tryChecksOf('workloads');
