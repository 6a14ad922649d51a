import { parseDuration } from '../../src/judge/go-duration.ts';
import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const MINUTE = 60_000;
const MINUTES = 2;

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/authn-webhook-cache',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Logins that a webhook accepted are asked for again after two minutes',
      broken: 'Logins that a webhook accepted are remembered for long',
    },
    rationale:
      'The API server remembers what the authentication webhook said of a token. Who is locked out there, or whose token is revoked after a theft, stays logged in until that is forgotten; after two minutes unless set. Whether the connection to the webhook is verified stands in a file on the host, which is not seen.',
    remediation: {
      kubeadm:
        'Remove --authentication-token-webhook-cache-ttl from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node (it is 2m0s then), or set it to 2m0s or less.',
      k3s: 'Remove authentication-token-webhook-cache-ttl from kube-apiserver-arg.',
      mayBreak: 'The webhook is asked more often: it must answer quickly, or requests wait for it.',
    },
    references: [
      {
        title: 'Webhook token authentication',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#webhook-token-authentication',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: {
    'authentication-token-webhook-config-file': 'any',
    'authentication-token-webhook-cache-ttl': '2m0s or less',
  },
  judge: (settings) => {
    if (!isGiven(settings['authentication-token-webhook-config-file'].value)) {
      return { verdict: 'not-applicable', because: 'no webhook authenticates anybody' };
    }
    const { value } = settings['authentication-token-webhook-cache-ttl'];
    const time = parseDuration(String(value));
    if (time === undefined) return { verdict: 'unknown', because: notUnderstood(`"${value}" is no duration`) };
    return time <= MINUTES * MINUTE ? { verdict: 'pass' } : { verdict: 'fail', message: `remembered for ${value}` };
  },
});
