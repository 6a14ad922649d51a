import { parseDuration } from '../../src/judge/go-duration.ts';
import { isGiven, mayBeGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const HOUR = 3_600_000;
const HOURS = 48;
const SIGNER = 'service-account-signing-endpoint';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/sa-max-token-expiration',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'Nobody can ask for a ServiceAccount token of more than two days',
      broken: 'ServiceAccount tokens can be asked for with any lifetime',
    },
    rationale:
      'Whoever may create tokens of a ServiceAccount also says how long they last, and the API server sets no limit by itself. An intruder with that right for a minute makes a token for ten years, which no list shows and only deleting the ServiceAccount ends. The limit does not touch the tokens of pods that --service-account-extend-token-expiration extends.',
    remediation: {
      kubeadm:
        'Set --service-account-max-token-expiration=24h (up to 48h, not below 1h) in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Add service-account-max-token-expiration=24h to kube-apiserver-arg.',
      mayBreak:
        'Longer tokens are cut short with a warning: pipelines and external systems that hold one from "kubectl create token --duration" must ask for a new one each day.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
      {
        title: 'TokenRequest API',
        url: 'https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'service-account-max-token-expiration': 'at most 48h, and not 0' },
  judge: (settings, instance) => {
    const { value } = settings['service-account-max-token-expiration'];
    const limit = parseDuration(String(value));
    if (limit === undefined) return { verdict: 'unknown', because: notUnderstood(`"${value}" is no duration`) };
    if (limit > HOURS * HOUR) return { verdict: 'fail', message: `tokens of up to ${value} can be asked for` };
    if (limit > 0) return { verdict: 'pass' };
    const signer = instance.get(SIGNER);
    if (mayBeGiven(instance, SIGNER, signer)) return { verdict: 'unknown', because: signer.because };
    if (!signer.known || !isGiven(signer.value)) return { verdict: 'fail', message: 'there is no limit' };
    const detail = 'the external signer sets the limit, which the API does not show';
    return { verdict: 'unknown', evidence: signer.evidence, because: { code: 'not-visible', detail } };
  },
});
