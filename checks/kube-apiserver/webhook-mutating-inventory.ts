import { inventoryCheck } from '../../src/judge/webhooks/inventory-check.ts';

export default inventoryCheck('mutating-webhooks', {
  id: 'kube-apiserver/webhook-mutating-inventory',
  component: 'kube-apiserver',
  severity: 'medium',
  population: true,
  title: {
    holds: 'Mutating webhooks are known to those who run the cluster',
    broken: 'Mutating webhooks are not known to those who run the cluster',
  },
  rationale:
    'A mutating webhook may change every object that it asks for before it is stored. One that an attacker registered adds a container, a mount or a subject to what others create, in their name. Add-ons of cloud providers and service meshes register such webhooks for good reasons.',
  remediation: {
    any: 'Go through the list. Delete what nobody answers for: "kubectl delete mutatingwebhookconfiguration NAME".',
    managed:
      'Ask the provider whose a webhook is before you delete it: theirs inject identities of pods and settings of nodes.',
    mayBreak: 'What its owner injected (sidecars, credentials of the cloud, defaults) is missing in new pods.',
  },
  references: [
    {
      title: 'Kubernetes: dynamic admission control',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
    },
  ],
  controls: [{ benchmark: 'Kubescape', number: 'C-0039' }],
  since: '0.1.0',
});
