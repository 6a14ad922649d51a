import { inventoryCheck } from '../../src/judge/webhooks/inventory-check.ts';

export default inventoryCheck('validating-webhooks', {
  id: 'kube-apiserver/webhook-validating-inventory',
  component: 'kube-apiserver',
  severity: 'low',
  population: true,
  title: {
    holds: 'Validating webhooks are known to those who run the cluster',
    broken: 'Validating webhooks are not known to those who run the cluster',
  },
  rationale:
    'A validating webhook is shown whole objects before they are stored, Secrets too if it asks for them, and may refuse them. One that an attacker registered reads what everybody writes and leaves no other trace.',
  remediation: {
    any: 'Go through the list. Delete what nobody answers for: "kubectl delete validatingwebhookconfiguration NAME".',
    mayBreak: 'What its owner checked or refused is let through; a policy engine registers its webhook again.',
  },
  references: [
    {
      title: 'Kubernetes: dynamic admission control',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
    },
  ],
  controls: [{ benchmark: 'Kubescape', number: 'C-0036' }],
  since: '0.1.0',
});
