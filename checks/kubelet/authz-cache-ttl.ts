import { parseDuration } from '../../src/judge/go-duration.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Setting } from '../../src/model/views.ts';

const MINUTE = 60_000;
const LONGEST = {
  'authentication.webhook.cacheTTL': { limit: 2 * MINUTE, what: 'tokens' },
  'authorization.webhook.cacheAuthorizedTTL': { limit: 5 * MINUTE, what: 'rights' },
};
type Cache = keyof typeof LONGEST;

export default settingsCheck({
  meta: {
    id: 'kubelet/authz-cache-ttl',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'Kubelets soon notice that a token or a right was taken away',
      broken: 'Kubelets go on accepting tokens or rights that were taken away',
    },
    rationale:
      'A kubelet remembers what the API server said of a token or of a right. A thief whose token was revoked, or who was removed from a role, keeps reading logs and running commands on the node until the memory ends: by default after two minutes for tokens and five for rights.',
    remediation: {
      kubeadm:
        'Remove authentication.webhook.cacheTTL and authorization.webhook.cacheAuthorizedTTL, or set them to 2m and 5m or less, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Remove authentication-token-webhook-cache-ttl and authorization-webhook-cache-authorized-ttl from kubelet-arg.',
      managed: 'Set them in the kubelet configuration of the node pool where the provider offers that.',
      mayBreak:
        'Kubelets ask the API server more often: one TokenReview and one SubjectAccessReview per caller and time.',
    },
    references: [
      {
        title: 'Kubelet authentication and authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: {
    'authentication.webhook.cacheTTL': '2m or less',
    'authorization.webhook.cacheAuthorizedTTL': '5m or less',
  },
  judge: (found): Judgement => {
    const caches = Object.keys(LONGEST) as Cache[];
    const odd = caches.find((cache) => lifetime(found[cache]) === undefined);
    if (odd !== undefined) return { verdict: 'unknown', because: notUnderstood(`${odd} is no duration`) };
    const long = caches.filter((cache) => (lifetime(found[cache]) as number) > LONGEST[cache].limit);
    if (long.length === 0) return { verdict: 'pass' };
    const told = long.map((cache) => `${LONGEST[cache].what} for ${found[cache].value}`);
    return { verdict: 'fail', message: `remembers ${told.join(' and ')}` };
  },
});

const lifetime = ({ value }: Setting): number | undefined => parseDuration(String(value));
