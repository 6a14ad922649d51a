import { items, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Config } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/anonymous-auth',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server rejects requests without credentials',
      broken: 'The API server lets requests without credentials in as anonymous',
    },
    rationale:
      'A request without credentials becomes system:anonymous, and RBAC decides what it may do: on a fresh cluster only version, health and discovery paths. It is on unless switched off. One careless binding to system:anonymous or system:unauthenticated then opens the cluster to everybody who reaches the port, and so does a flaw in a path that runs before authorization.',
    remediation: {
      kubeadm:
        'Keep anonymous access for the health paths only. Write an AuthenticationConfiguration (apiVersion apiserver.config.k8s.io/v1beta1, from 1.34 on v1) with "anonymous: {enabled: true, conditions: [{path: /livez}, {path: /readyz}, {path: /healthz}]}" to a file on each control-plane node, mount it into the pod, and add --authentication-config=FILE to /etc/kubernetes/manifests/kube-apiserver.yaml (without --anonymous-auth). The conditions work without a feature gate from 1.32 on.',
      k3s: 'k3s and RKE2 set --anonymous-auth=false themselves: remove what turns it on from kube-apiserver-arg.',
      mayBreak:
        'Do not set --anonymous-auth=false on kubeadm: the probes of the API server ask /livez and /readyz without credentials, get 401, and the pod is restarted for ever. "kubeadm join" reads the cluster-info ConfigMap anonymously: join with a discovery file or an added path condition. Load balancers may ask /healthz or /version. --authentication-config excludes the --oidc-* flags.',
    },
    references: [
      {
        title: 'Anonymous requests',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
      },
      {
        title: 'Anonymous authenticator configuration',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-authenticator-configuration',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.1' },
      { benchmark: 'Prowler', number: 'apiserver_anonymous_requests' },
      { benchmark: 'Kubescape', number: 'C-0113' },
      { benchmark: 'Trivy', number: 'KCV-0001' },
      { benchmark: 'DISA STIG', number: 'V-242390' },
      { benchmark: 'NSA/CISA', number: 'Authentication' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'anonymous-auth': 'false' },
  judge: (settings, instance) => {
    const { value: anonymous, source } = settings['anonymous-auth'];
    if (anonymous === false) return { verdict: 'pass' };
    if (anonymous !== true)
      return { verdict: 'unknown', because: notUnderstood('--anonymous-auth is neither true nor false') };
    // The server does so from flags alone: not where a file lets anonymous requests in, or names the authorizers.
    const mode = instance.get('authorization-mode');
    if (source !== 'host-file' && mode.known && mode.source !== 'host-file' && isAlwaysAllow(items(mode.value))) {
      const message = 'the API server switches anonymous requests off by itself while AlwaysAllow is an authorizer';
      return { verdict: 'pass', message, evidence: mode.evidence };
    }
    const paths = conditionsOf(instance);
    if (paths !== undefined && paths.length > 0 && paths.every((path) => HEALTH.includes(path)))
      return { verdict: 'pass', message: `anonymous requests are let in for ${paths.join(', ')} alone` };
    const message =
      'requests without credentials are let in as system:anonymous; only the authorizer limits what they may do';
    return { verdict: 'fail', message };
  },
});

/** Paths that say no more than whether the server lives. */
const HEALTH: readonly unknown[] = ['/livez', '/readyz', '/healthz'];

/** The paths to which the authentication configuration limits anonymous requests. */
function conditionsOf(instance: Instance): readonly unknown[] | undefined {
  const file = instance.file?.('authentication-config');
  if (file?.known !== true) return undefined;
  const { conditions } = (file.content['anonymous'] ?? {}) as Config;
  return Array.isArray(conditions) ? conditions.map((one: Config | null) => one?.['path']) : undefined;
}

const isAlwaysAllow = (modes: readonly string[]): boolean => modes.length === 0 || modes.includes('AlwaysAllow');
