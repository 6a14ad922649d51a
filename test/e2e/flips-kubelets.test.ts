import { testFlips } from './flips/flip.ts';
import { kubelets, kubeletsBroken, kubeletsMended } from './flips/kubelets.ts';

testFlips('kubelets, broken', kubelets, kubeletsBroken);
testFlips('kubelets, mended', kubelets, kubeletsMended);
