import { accountObject } from '../../src/judge/workloads/service-account-tokens.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { ServiceAccount } from '../../src/shapes/generated.ts';

const FIELD = '/automountServiceAccountToken';
const LIST = { apiVersion: 'v1', kind: 'ServiceAccount', name: '' };

export default automated({
  meta: {
    id: 'service-accounts/default-automount',
    component: 'service-accounts',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Default ServiceAccounts give no token to their pods',
      broken: 'Default ServiceAccounts give a token to every pod',
    },
    rationale:
      'A pod that names no ServiceAccount runs as default and gets a token for the API, although most programs never use it. Whoever breaks into such a pod has a login to the cluster, with every right that is ever bound to default.',
    remediation: {
      any: 'In each namespace: `kubectl patch serviceaccount default -n NAMESPACE -p \'{"automountServiceAccountToken": false}\'`. Kubernetes does not set it back. New namespaces need it too: put it into what makes them, or into an admission policy.',
      mayBreak:
        'Pods that run as default and do use the API lose their token at their next start: give them a ServiceAccount of their own first.',
    },
    references: [
      {
        title: 'Kubernetes: opt out of API credential automounting',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.5' },
      { benchmark: 'NSA/CISA', number: 'Protecting Pod service account tokens' },
      { benchmark: 'Kubescape', number: 'C-0189' },
      { benchmark: 'Kubescape', number: 'C-0034' },
      { benchmark: 'Popeye', number: '303' },
      { benchmark: 'CIS EKS', number: '4.1.5' },
      { benchmark: 'CIS GKE', number: '4.1.4' },
      { benchmark: 'CIS AKS', number: '4.1.5' },
    ],
    since: '0.1.0',
  },
  needs: ['service-accounts'],
  evaluate: ({ 'service-accounts': accounts }) =>
    each(
      accounts.filter(({ metadata }) => metadata.name === 'default'),
      judge,
      {
        absent: [{ from: 'absence', object: LIST, pointer: '', sought: 'a ServiceAccount named default' }],
        because: 'no namespace has a default ServiceAccount',
      },
    ),
});

function judge(account: ServiceAccount): Finding {
  const object = accountObject(account);
  const subject = { kind: 'ServiceAccount', namespace: account.metadata.namespace, name: 'default' };
  const given = account.automountServiceAccountToken;
  if (given === undefined) {
    const evidence = { from: 'absence', object, pointer: FIELD, sought: 'false' } as const;
    return {
      verdict: 'fail',
      subject,
      evidence: [evidence],
      message: 'does not say automountServiceAccountToken: false',
    };
  }
  const evidence = { from: 'object', object, pointer: FIELD, observed: given, expected: 'false' } as const;
  if (!given) return { verdict: 'pass', subject, evidence: [evidence] };
  return { verdict: 'fail', subject, evidence: [evidence], message: 'says automountServiceAccountToken: true' };
}
