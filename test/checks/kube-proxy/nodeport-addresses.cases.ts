import check from '../../../checks/kube-proxy/nodeport-addresses.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyByFlags, proxyCases } from '../../support/kube-proxies.ts';

describeCheck(check, [
  ...proxyCases({
    field: 'nodePortAddresses',
    flag: 'nodeport-addresses',
    passing: ['192.0.2.0/24'],
    failing: ['0.0.0.0/0'],
    byDefault: 'fail',
  }),
  { given: 'the primary address', objects: proxy({ nodePortAddresses: ['primary'] }), expect: 'pass' },
  {
    given: 'a range and all of IPv6',
    objects: proxy({ nodePortAddresses: ['192.0.2.0/24', '::/0'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /::\/0/ }],
  },
  {
    given: 'all addresses, written as a range of one',
    objects: proxy({ nodePortAddresses: ['192.0.2.1/0'] }),
    expect: 'fail',
  },
  {
    given: 'all addresses, by the word for them',
    objects: proxy({ nodePortAddresses: ['all'] }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /NodePorts are open on all/ }],
  },
  {
    given: 'ranges in two uses of the flag',
    objects: proxyByFlags('--nodeport-addresses=192.0.2.0/24', '--nodeport-addresses=0.0.0.0/0'),
    expect: 'fail',
  },
  {
    given: 'Windows, where the setting does nothing',
    objects: proxy({ mode: 'kernelspace', nodePortAddresses: ['192.0.2.0/24'] }),
    expect: 'not-applicable',
  },
  { given: 'an empty list', objects: proxy({ nodePortAddresses: [] }), expect: 'fail' },
  { given: 'nftables, which limits them by itself', objects: proxy({ mode: 'nftables' }), expect: 'pass' },
]);
