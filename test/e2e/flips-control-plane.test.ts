import { testFlips } from './flips/flip.ts';
import { controlPlane, controlPlaneApart, manifests } from './flips/manifests.ts';

testFlips('the control plane', manifests, controlPlane);
testFlips('the control plane, one by one', manifests, controlPlaneApart);
