import check from '../../../checks/kube-proxy/kubeconfig-inline-token.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { proxy, proxyByFlags, proxySet } from '../../support/kube-proxies.ts';
import { configMap, serverVersion } from '../../support/objects.ts';

const user = (fields: Readonly<Record<string, unknown>>) => proxy({}, { kubeconfig: { user: fields } });

describeCheck(check, [
  {
    given: 'a file with the token',
    objects: user({ tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token' }),
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'ConfigMap', name: 'kube-proxy' } }],
  },
  {
    given: 'a token',
    objects: user({ token: 'example-token-1' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /at user default$/ }],
  },
  { given: 'a key', objects: user({ 'client-certificate-data': 'Yw==', 'client-key-data': 'aw==' }), expect: 'fail' },
  { given: 'a password', objects: user({ username: 'proxy', password: 'example-password-1' }), expect: 'fail' },
  {
    given: 'a certificate and key in files',
    objects: user({ 'client-key': '/k', 'client-certificate': '/c' }),
    expect: 'pass',
  },
  {
    given: 'a token of a user that is not the one in use',
    objects: [
      proxySet([]),
      configMap('kube-proxy', {
        'config.conf': '{"kind": "KubeProxyConfiguration"}',
        'kubeconfig.conf': JSON.stringify({
          kind: 'Config',
          'current-context': 'a',
          contexts: [{ name: 'a', context: { cluster: 'c', user: 'in-use' } }],
          clusters: [{ name: 'c', cluster: { server: 'https://192.0.2.1' } }],
          users: [
            { name: 'in-use', user: { tokenFile: '/token' } },
            { name: 'spare', user: { token: 'example-token-1' } },
          ],
        }),
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /at user spare$/ }],
  },
  { given: 'an empty token', objects: user({ token: '' }), expect: 'pass' },
  { given: 'a kubeconfig on the nodes', objects: proxy({}), expect: 'unknown' },
  { given: 'no ConfigMap', objects: proxyByFlags('--kubeconfig=/etc/kube-proxy.kubeconfig'), expect: 'unknown' },
  { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
