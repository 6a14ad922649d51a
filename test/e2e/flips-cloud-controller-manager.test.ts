import { cloudControllerManager, cloudControllerManagerGroups } from './flips/cloud-controller-manager.ts';
import { testFlips } from './flips/flip.ts';

testFlips(cloudControllerManager, ...cloudControllerManagerGroups);
