import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { isOlder } from '../../src/judge/settings/era.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items, mayBeGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const HTTP1 = 'disable-http2-serving';
const GATE = 'UnauthenticatedHTTP2DOSMitigation';
/** The first minor that has it on by itself. */
const ON_FROM = '1.29';
const SOURCE =
  'https://github.com/kubernetes/kubernetes/blob/v1.37.2/staging/src/k8s.io/apiserver/pkg/features/kube_features.go';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/http2-dos-mitigation',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'HTTP/2 connections without a login are closed after a request',
      broken: 'HTTP/2 connections without a login stay open',
    },
    rationale:
      'Over one HTTP/2 connection somebody without any credentials can open and reset streams faster than the API server clears them away, and so bring it down from a single machine (CVE-2023-44487, "rapid reset"). The API server can close such connections after each request that is not logged in. It does so from 1.29 on; 1.25 to 1.28 can in their last patches, but must be told.',
    remediation: {
      kubeadm:
        'Remove UnauthenticatedHTTP2DOSMitigation=false from --feature-gates in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node; in 1.25.15, 1.26.10, 1.27.7, 1.28.3 and later patches of these set it to true. Upgrade older releases.',
      k3s: 'Remove UnauthenticatedHTTP2DOSMitigation=false from feature-gates in kube-apiserver-arg.',
      mayBreak:
        'Clients without a login, such as probes of load balancers, open a connection for each request. A patch that does not know the gate does not start with it.',
    },
    references: [
      { title: 'CVE-2023-44487 in Kubernetes', url: 'https://github.com/kubernetes/kubernetes/issues/121197' },
      {
        title: 'Feature gates',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'feature-gates': `${GATE} on` },
  judge: (settings, instance) => {
    const http1 = instance.get(HTTP1);
    if (mayBeGiven(instance, HTTP1, http1)) return { verdict: 'unknown', because: http1.because };
    if (http1.known && http1.value === true) {
      return { verdict: 'pass', evidence: http1.evidence, message: 'HTTP/2 is not served at all' };
    }
    const given = gateGiven(items(settings['feature-gates'].value), GATE, 'AllBeta');
    if (given === true) return { verdict: 'pass' };
    if (given === false) return { verdict: 'fail', message: 'the mitigation is switched off by a feature gate' };
    const version = instance.version && parseKubernetesVersion(instance.version.value);
    if (version === undefined) {
      const detail = 'whether the mitigation is on by itself depends on the version, which is not known';
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    const fact = 'first minor that has the mitigation on by itself';
    const evidence = [{ from: 'fact', fact, value: ON_FROM, source: SOURCE }] as const;
    if (!isOlder(version.line, ON_FROM)) return { verdict: 'pass', evidence };
    return { verdict: 'fail', evidence, message: `in ${version.line} the mitigation is off unless it is asked for` };
  },
});
