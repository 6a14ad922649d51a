import { type Backend, judgeBackends, knownServices } from '../../src/judge/webhooks/backends.ts';
import { allConfigurations, noWebhooks, WEBHOOKS } from '../../src/judge/webhooks/configurations.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/webhook-backend',
    component: 'kube-apiserver',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Admission webhooks call Services that exist, vouched for',
      broken: 'Admission webhooks call Services that are gone or not vouched for',
    },
    rationale:
      'The API server sends whole objects to whatever answers in the place of the webhook. Where its Service is gone, whoever may create Services in that namespace is asked instead of it; where its authority is missing or expired the webhook is never reached, and does not guard anything. Whether pods stand behind a Service is not looked at.',
    remediation: {
      any: 'Delete configurations of programs that are gone. Let cert-manager or the program itself renew the CA bundle (caBundle); reach webhooks by a Service in the cluster, not by an address outside of it.',
      mayBreak: 'With failurePolicy Fail a webhook that is reached again refuses what violates its policies.',
    },
    references: [
      {
        title: 'Kubernetes: contacting the webhook',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook',
      },
    ],
    controls: [{ benchmark: 'Popeye', number: '407' }],
    since: '0.1.0',
  },
  needs: WEBHOOKS,
  wants: ['services'],
  evaluate: (cluster, { now }) => {
    const services = knownServices(cluster.services);
    return each(
      allConfigurations(cluster),
      ({ subject, object, webhooks }) => {
        const backends = webhooks.map(({ clientConfig }, index) => ({
          clientConfig,
          object,
          pointer: `/webhooks/${index}/clientConfig`,
        }));
        return judgeBackends(subject, backends as unknown as readonly [Backend, ...Backend[]], services, now);
      },
      noWebhooks(WEBHOOKS),
    );
  },
});
