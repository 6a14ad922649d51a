import { testFlips } from './flips/flip.ts';
import { kubeletGroups, kubelets } from './flips/kubelets.ts';

testFlips(kubelets, ...kubeletGroups);
