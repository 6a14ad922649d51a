import check from '../../../checks/kube-proxy/api-https-verify.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyByFlags, proxySet } from '../../support/kube-proxies.ts';
import { configMap, serverVersion } from '../../support/objects.ts';

const verified = { 'certificate-authority': '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' };
const connection = (cluster: Readonly<Record<string, unknown>>) => proxy({}, { kubeconfig: { cluster } });

describeCheck(check, [
  {
    given: 'https and a CA',
    objects: connection(verified),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'ConfigMap', name: 'kube-proxy' } }],
  },
  {
    given: 'a CA in the kubeconfig itself',
    objects: connection({ 'certificate-authority-data': 'Q0E=' }),
    expect: 'pass',
  },
  {
    given: 'plain http',
    objects: connection({ ...verified, server: 'http://192.0.2.1:8080' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /http:\/\/192\.0\.2\.1:8080 without TLS/ }],
  },
  {
    given: 'verification switched off',
    objects: connection({ 'insecure-skip-tls-verify': true }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /insecure-skip-tls-verify/ }],
  },
  {
    given: 'no CA',
    objects: connection({}),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no CA/ }],
  },
  { given: 'a CA that is the empty text', objects: connection({ 'certificate-authority': '' }), expect: 'fail' },
  { given: 'a kubeconfig on the nodes', objects: proxy({}), expect: 'unknown' },
  { given: 'a kubeconfig without a server', objects: connection({ ...verified, server: 5 }), expect: 'unknown' },
  { given: 'no ConfigMap', objects: proxyByFlags('--kubeconfig=/etc/kube-proxy.kubeconfig'), expect: 'unknown' },
  {
    given: 'a kubeconfig that is no YAML',
    objects: [
      proxySet([]),
      configMap('kube-proxy', {
        'config.conf': '{"kind": "KubeProxyConfiguration"}',
        'kubeconfig.conf': 'kind: Config\nclusters: [',
      }),
    ],
    expect: 'unknown',
  },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
