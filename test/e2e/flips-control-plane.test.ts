import { testFlips } from './flips/flip.ts';
import { controlPlaneGroups, manifests } from './flips/manifests.ts';

testFlips(manifests, ...controlPlaneGroups);
