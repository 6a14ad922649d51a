import check from '../../../checks/kube-proxy/version-skew.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxySet } from '../../support/kube-proxies.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const beside = (server: string, proxy: string): readonly object[] => [serverVersion(`v${server}`), proxySet([], proxy)];

describeCheck(check, [
  {
    given: 'the same version',
    objects: beside('1.37.2', '1.37.2'),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'DaemonSet', name: 'kube-proxy' } }],
  },
  { given: 'three minors older', objects: beside('1.37.2', '1.34.0'), expect: 'pass' },
  {
    given: 'four minors older',
    objects: beside('1.37.2', '1.33.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /4 minors older/ }],
  },
  {
    given: 'newer than the API server',
    objects: beside('1.36.2', '1.37.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /one minor newer/ }],
  },
  { given: 'an old one three minors older', objects: beside('1.27.1', '1.24.1'), expect: 'fail' },
  {
    given: 'API servers that differ, of which one is too old',
    objects: [
      ...beside('1.37.2', '1.37.0'),
      controlPlanePod('kube-apiserver', { version: '1.37.2', node: 'm-1' }),
      controlPlanePod('kube-apiserver', { version: '1.36.2', node: 'm-2' }),
    ],
    expect: 'fail',
  },
  { given: 'an image without a version', objects: beside('1.37.2', 'latest'), expect: 'unknown' },
  { given: 'a version beyond the data', objects: beside('1.99.0', '1.99.0'), expect: 'unknown' },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
