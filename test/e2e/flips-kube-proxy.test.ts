import { testFlips } from './flips/flip.ts';
import { kubeProxy, kubeProxyFlips, kubeProxyModeFlips } from './flips/kube-proxy.ts';

testFlips('kube-proxy', kubeProxy, kubeProxyFlips);
testFlips('the mode of kube-proxy', kubeProxy, kubeProxyModeFlips);
