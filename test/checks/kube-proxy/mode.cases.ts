import check from '../../../checks/kube-proxy/mode.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyCases } from '../../support/kube-proxies.ts';
import { configMap, daemonSet } from '../../support/objects.ts';

describeCheck(check, [
  ...proxyCases({ field: 'mode', flag: 'proxy-mode', passing: 'iptables', failing: 'ipvs', byDefault: 'pass' }),
  { given: 'nftables, stable', objects: proxy({ mode: 'nftables' }), expect: 'pass' },
  {
    given: 'nftables as a preview',
    objects: proxy({ mode: 'nftables' }, { version: '1.32.0' }),
    expect: 'review',
    findings: [{ verdict: 'review', message: /1\.33/ }],
  },
  { given: 'kernelspace', objects: proxy({ mode: 'kernelspace' }), expect: 'pass' },
  { given: 'ipvs before it was deprecated', objects: proxy({ mode: 'ipvs' }, { version: '1.34.3' }), expect: 'pass' },
  { given: 'ipvs when it was deprecated', objects: proxy({ mode: 'ipvs' }, { version: '1.35.0' }), expect: 'fail' },
  {
    given: 'nftables when it became stable',
    objects: proxy({ mode: 'nftables' }, { version: '1.33.0' }),
    expect: 'pass',
  },
  { given: 'ipvs and no version', objects: proxy({ mode: 'ipvs' }, { version: 'odd' }), expect: 'unknown' },
  {
    given: 'userspace',
    objects: proxy({ mode: 'userspace' }, { version: '1.25.3' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /1\.26 removed it/ }],
  },
  {
    given: 'Cilium in its place, so that it has none',
    objects: [
      daemonSet('cilium', { namespace: 'kube-system' }),
      configMap('cilium-config', { 'kube-proxy-replacement': 'true' }),
    ],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /Cilium does the work of kube-proxy/ }],
  },
  {
    given: 'Calico, of which it does not show whether it takes its place',
    objects: [daemonSet('calico-node', { namespace: 'kube-system' })],
    expect: 'unknown',
  },
  { given: 'no mode', objects: proxy({ mode: 'ebpf' }), expect: 'unknown' },
]);
