import check from '../../../checks/kube-proxy/api-https-verify.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { KUBECONFIG, proxy, proxyByFlags, proxySet } from '../../support/kube-proxies.ts';
import { configMap, kubeProxyConfig, serverVersion } from '../../support/objects.ts';

const verified = { 'certificate-authority': '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' };
const connection = (cluster: Readonly<Record<string, unknown>>) => proxy(KUBECONFIG, { kubeconfig: { cluster } });
const FILE = '--config=/var/lib/kube-proxy/config.conf';
const withFlags = (...flags: readonly string[]) => [
  serverVersion(),
  proxySet([FILE, ...flags]),
  kubeProxyConfig(KUBECONFIG, { cluster: verified }),
];

describeCheck(check, [
  {
    given: 'https and a CA',
    objects: connection(verified),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'DaemonSet', name: 'kube-proxy' } }],
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
  { given: 'a kubeconfig that the ConfigMap does not hold', objects: proxy(KUBECONFIG), expect: 'unknown' },
  {
    given: 'a kubeconfig on the nodes beside one in the ConfigMap that is not used',
    objects: proxy({ clientConnection: { kubeconfig: '/etc/kubeconfig.conf' } }, { kubeconfig: { cluster: verified } }),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /\/etc\/kubeconfig\.conf is not the one in ConfigMap kube-proxy/ }],
  },
  {
    given: 'no kubeconfig, so that it connects as its ServiceAccount',
    objects: proxy({}),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /ServiceAccount/ }],
  },
  {
    given: 'plain http by a flag that overrides the kubeconfig',
    objects: withFlags('--master=http://192.0.2.9:8080'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /http:\/\/192\.0\.2\.9:8080 without TLS/ }],
  },
  {
    given: 'https by a flag in place of plain http in the kubeconfig',
    objects: [
      serverVersion(),
      proxySet([FILE, '--master=https://192.0.2.9:6443']),
      kubeProxyConfig(KUBECONFIG, { cluster: { ...verified, server: 'http://192.0.2.1:8080' } }),
    ],
    expect: 'pass',
  },
  { given: 'a kubeconfig without a server', objects: connection({ ...verified, server: 5 }), expect: 'unknown' },
  { given: 'no ConfigMap', objects: proxyByFlags('--kubeconfig=/etc/kube-proxy.kubeconfig'), expect: 'unknown' },
  {
    given: 'a kubeconfig that is no YAML',
    objects: [
      proxySet([FILE]),
      configMap('kube-proxy', {
        'config.conf': `{"kind": "KubeProxyConfiguration", "clientConnection": {"kubeconfig": "/var/lib/kube-proxy/kubeconfig.conf"}}`,
        'kubeconfig.conf': 'kind: Config\nclusters: [',
      }),
    ],
    expect: 'unknown',
  },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
