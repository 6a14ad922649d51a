import check from '../../../checks/kube-proxy/localhost-nodeports.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyByFlags, proxySet } from '../../support/kube-proxies.ts';
import { serverVersion } from '../../support/objects.ts';

const off = { iptables: { localhostNodePorts: false } };

describeCheck(check, [
  { given: 'it switched off', objects: proxy(off), expect: 'pass' },
  { given: 'it switched off by flag', objects: proxyByFlags('--iptables-localhost-nodeports=false'), expect: 'pass' },
  {
    given: 'the default, in iptables mode',
    objects: proxy({ iptables: { localhostNodePorts: null } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'DaemonSet' }, message: /on localhost too/ }],
  },
  {
    given: 'it switched on',
    objects: proxy({ mode: 'iptables', iptables: { localhostNodePorts: true } }),
    expect: 'fail',
  },
  { given: 'no flag and no file', objects: proxyByFlags(), expect: 'fail' },
  { given: 'ipvs', objects: proxy({ mode: 'ipvs' }), expect: 'pass' },
  {
    given: 'nftables, which never does it',
    objects: proxy({ mode: 'nftables', iptables: { localhostNodePorts: true } }),
    expect: 'pass',
  },
  {
    given: 'Windows, which ignores it',
    objects: proxy({ mode: 'kernelspace', iptables: { localhostNodePorts: true } }),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /Windows/ }],
  },
  {
    given: 'NodePorts on other addresses only',
    objects: proxy({ nodePortAddresses: ['192.0.2.0/24'] }),
    expect: 'pass',
  },
  { given: 'NodePorts on the primary address', objects: proxy({ nodePortAddresses: ['primary'] }), expect: 'pass' },
  { given: 'NodePorts on localhost by name', objects: proxy({ nodePortAddresses: ['localhost'] }), expect: 'fail' },
  { given: 'NodePorts on a loopback address', objects: proxy({ nodePortAddresses: ['127.0.0.0/8'] }), expect: 'fail' },
  { given: 'NodePorts on half of all addresses', objects: proxy({ nodePortAddresses: ['0.0.0.0/1'] }), expect: 'fail' },
  {
    given: 'NodePorts on a wide range of others',
    objects: proxy({ nodePortAddresses: ['10.0.0.0/7'] }),
    expect: 'pass',
  },
  { given: 'NodePorts on addresses of IPv6', objects: proxy({ nodePortAddresses: ['2001:db8::/32'] }), expect: 'fail' },
  { given: 'a release before the setting', objects: proxy({}, { version: '1.25.16' }), expect: 'unknown' },
  { given: 'no mode', objects: proxy({ mode: 'ebpf' }), expect: 'unknown' },
  {
    given: 'addresses of another type',
    objects: proxy({ nodePortAddresses: { odd: { odder: 1 } } }),
    expect: 'unknown',
  },
  {
    given: 'a file that is not in the ConfigMap',
    objects: [serverVersion(), proxySet(['--config=/var/lib/kube-proxy/config.conf'])],
    expect: 'unknown',
  },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
