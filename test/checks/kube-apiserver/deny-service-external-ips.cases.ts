import check from '../../../checks/kube-apiserver/deny-service-external-ips.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxySet } from '../../support/kube-proxies.ts';

const withProxy = (gates: Readonly<Record<string, boolean>>): readonly object[] => [
  ...apiServer([]),
  ...proxy({ featureGates: gates }).slice(1),
];

describeCheck(check, [
  { given: 'it enabled', objects: apiServer(['--enable-admission-plugins=DenyServiceExternalIPs']), expect: 'pass' },
  {
    given: 'nothing said, so it is off',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /DenyServiceExternalIPs is off/ }],
  },
  {
    given: 'it named in the list of what is switched off',
    objects: apiServer(['--disable-admission-plugins=DenyServiceExternalIPs']),
    expect: 'fail',
  },
  {
    given: 'kube-proxy told to ignore external IPs',
    objects: withProxy({ AllowServiceExternalIPs: false }),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /kube-proxy ignores/ }],
  },
  { given: 'kube-proxy told to heed them', objects: withProxy({ AllowServiceExternalIPs: true }), expect: 'fail' },
  { given: 'kube-proxy at its default', objects: withProxy({}), expect: 'fail' },
  {
    given: 'a kube-proxy whose gates are not known',
    objects: [...apiServer([]), proxySet(['--config=/elsewhere'])],
    expect: 'fail',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'enable-admission-plugins',
    passing: 'DenyServiceExternalIPs',
    failing: 'NodeRestriction',
    type: 'list',
  }),
]);
