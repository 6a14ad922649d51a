import { tryChecksOf } from '../support/checks-of.ts';

await tryChecksOf('cloud-controller-manager');
