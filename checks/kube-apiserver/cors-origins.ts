import { items } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/cors-origins',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Web pages of other sites cannot use the API',
      broken: 'Web pages of other sites can use the API from a browser',
    },
    rationale:
      'For the origins that --cors-allowed-origins matches the browser lets scripts call the API with the credentials that it holds, such as a client certificate or the session of a proxy in front, and read the answers. The values are regular expressions: one that is not bound at both ends also matches example.com.evil.org, one with a bare dot also a neighbour such as console-example.com, and a page there then acts as whoever looks at it.',
    remediation: {
      kubeadm:
        'Remove --cors-allowed-origins from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, or name each origin in full: ^https://console\\.example\\.com$.',
      k3s: 'Remove cors-allowed-origins from kube-apiserver-arg, or name each origin in full.',
      mayBreak: 'Dashboards that call the API from the browser and are not named stop working.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
      { title: 'CVE-2022-1996', url: 'https://www.cve.org/CVERecord?id=CVE-2022-1996' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'cors-allowed-origins',
  expected: 'not set, or whole origins',
  passes: (value) => items(value).every(isOneOrigin),
  broken: (value) =>
    `may match more than one origin: ${items(value)
      .filter((pattern) => !isOneOrigin(pattern))
      .join(', ')}`,
});

/** A port of any digits, which stays with the host before it. */
const ANY_PORT = /:(?:\\d|\[0-9\])[+*]/;

/** Whether an expression is bound at both ends of the host, and leaves open nothing that could be part of another's name. */
function isOneOrigin(pattern: string): boolean {
  const bound = /^\^|\/\//.test(pattern) && /(?<!\\)\$\)*$|:\d+$|\(\$\|:\)$/.test(pattern);
  const alternatives = pattern.replaceAll(/\([^()]*\)/g, '').includes('|');
  return bound && !alternatives && !/(?<!\\)[.*+{]/.test(pattern.replace(ANY_PORT, ':').replaceAll('[.]', ''));
}
