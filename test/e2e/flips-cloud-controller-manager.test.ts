import {
  cloudControllerManager,
  cloudControllerManagerClosed,
  cloudControllerManagerFlips,
} from './flips/cloud-controller-manager.ts';
import { testFlips } from './flips/flip.ts';

testFlips('the cloud-controller-manager', cloudControllerManager, cloudControllerManagerFlips);
testFlips('the cloud-controller-manager without a port', cloudControllerManager, cloudControllerManagerClosed);
