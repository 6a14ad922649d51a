import check from '../../../checks/kube-proxy/external-ips-gate.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyByFlags, proxySet } from '../../support/kube-proxies.ts';
import { serverVersion } from '../../support/objects.ts';

const OFF = { featureGates: { AllowServiceExternalIPs: false } };
const ON = { featureGates: { AllowServiceExternalIPs: true } };
const service = (name: string, ...externalIPs: readonly string[]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { externalIPs },
});

describeCheck(check, [
  { given: 'the gate off', objects: proxy(OFF), expect: 'pass' },
  {
    given: 'the gate off, by flag',
    objects: proxyByFlags('--feature-gates=AllowServiceExternalIPs=false'),
    expect: 'pass',
  },
  {
    given: 'the default, and Services without external IPs',
    objects: [...proxy({}), service('web')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^no Service uses external IPs/ }],
  },
  { given: 'the gate on, and no Service', objects: proxy(ON), expect: 'fail' },
  {
    given: 'the default, and Services that publish by external IPs, as on bare metal',
    objects: [...proxy({}), service('web', '192.0.2.80'), service('api', '192.0.2.81')],
    expect: 'review',
    findings: [{ verdict: 'review', message: /^2 Services publish .*: shop\/api$/ }],
  },
  {
    given: 'one such Service',
    objects: [...proxy({}), service('web', '192.0.2.80')],
    expect: 'review',
    findings: [{ verdict: 'review', message: /^one Service publishes/ }],
  },
  { given: 'the first release with the gate', objects: proxy({}, { version: '1.36.0' }), expect: 'fail' },
  {
    given: 'the last release without the gate',
    objects: proxy({}, { version: '1.35.9' }),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no gate/ }],
  },
  { given: 'no version', objects: proxy({}, { version: 'odd' }), expect: 'unknown' },
  {
    given: 'a file that is not in the ConfigMap',
    objects: [serverVersion(), proxySet(['--config=/var/lib/kube-proxy/config.conf'])],
    expect: 'unknown',
  },
  {
    given: 'Services that are not all read',
    objects: [...proxy({}), { ...service('odd'), spec: 'everything' }],
    expect: 'unknown',
  },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
