import check from '../../../checks/kubelet/iptables-util-chains.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxySet } from '../../support/kube-proxies.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

const WITHOUT = kubelet({ makeIPTablesUtilChains: false });
const [, ...IPTABLES] = proxy({ mode: 'iptables' });
const [, ...NFTABLES] = proxy({ mode: 'nftables' });

describeCheck(check, [
  ...fieldCases({
    field: 'makeIPTablesUtilChains',
    passing: true,
    failing: false,
    omitted: 'unknown',
    linuxOnly: true,
  }).map((one) => ({ ...one, objects: [...one.objects, ...IPTABLES] })),
  { given: 'the default mode of kube-proxy', objects: [...WITHOUT, ...proxy({}).slice(1)], expect: 'fail' },
  {
    given: 'ipvs, which uses iptables too',
    objects: [...WITHOUT, ...proxy({ mode: 'ipvs' }).slice(1)],
    expect: 'fail',
  },
  {
    given: 'nothing that uses iptables',
    objects: [...WITHOUT, ...NFTABLES],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /nftables/ }],
  },
  {
    given: 'chains beside nftables',
    objects: [...kubelet({ makeIPTablesUtilChains: true }), ...NFTABLES],
    expect: 'pass',
  },
  { given: 'no kube-proxy, whose work eBPF may do', objects: WITHOUT, expect: 'unknown' },
  {
    given: 'a kube-proxy whose file is not seen',
    objects: [...WITHOUT, proxySet(['--config=/etc/kube-proxy.conf'])],
    expect: 'unknown',
  },
]);
