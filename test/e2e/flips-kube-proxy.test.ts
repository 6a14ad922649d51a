import { testFlips } from './flips/flip.ts';
import { kubeProxy, kubeProxyGroups } from './flips/kube-proxy.ts';

testFlips(kubeProxy, ...kubeProxyGroups);
