import { tryChecksOf } from '../support/checks-of.ts';

await tryChecksOf('container-runtime');
