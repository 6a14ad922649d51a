import check from '../../../checks/kubelet/bind-and-healthz.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';

const health = (healthzBindAddress: unknown, healthzPort: unknown = 10248) => ({ healthzBindAddress, healthzPort });

describeCheck(check, [
  ...configCases({
    passing: health('127.0.0.1'),
    failing: health('0.0.0.0'),
    odd: health('somewhere'),
    omitted: 'unknown',
  }),
  { given: 'loopback of IPv6', objects: kubelet(health('::1')), expect: 'pass' },
  { given: 'all addresses of IPv6', objects: kubelet(health('::')), expect: 'fail' },
  { given: 'port 0 on all addresses', objects: kubelet(health('0.0.0.0', 0)), expect: 'pass' },
  {
    given: 'an address of the node',
    objects: kubelet(health('192.0.2.7')),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^listens on 192.0.2.7, port 10248$/ }],
  },
]);
