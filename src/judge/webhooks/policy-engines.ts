import type { Https } from '../../model/finding.ts';
import type { AdmissionWebhook } from './configurations.ts';

interface PolicyEngine {
  readonly name: string;
  /** The names of the webhooks by which it decides; what it watches its own objects with is none of them. */
  readonly webhooks: RegExp;
  /** Where that is said. */
  readonly source: Https;
}

/** Programs whose webhooks decide what may run: past them there is no policy. */
const POLICY_ENGINES: readonly PolicyEngine[] = [
  {
    name: 'Gatekeeper',
    webhooks: /^[a-z-]+\.gatekeeper\.sh$/,
    source: 'https://open-policy-agent.github.io/gatekeeper/website/docs/failing-closed',
  },
  {
    name: 'Kyverno',
    webhooks: /^([a-z]+\.)?(validate|mutate)\.kyverno\.svc(-(fail|ignore))?(-finegrained-.*)?$/,
    source: 'https://github.com/kyverno/kyverno/blob/main/pkg/config/config.go',
  },
  {
    name: 'Sigstore policy-controller',
    webhooks: /^([a-z]+\.)?policy\.sigstore\.dev$/,
    source: 'https://docs.sigstore.dev/policy-controller/installation/',
  },
];

/** The policy engine that a webhook belongs to; undefined where it is not known to belong to one. */
export const policyEngineOf = ({ name }: AdmissionWebhook): PolicyEngine | undefined =>
  POLICY_ENGINES.find(({ webhooks }) => webhooks.test(name));
