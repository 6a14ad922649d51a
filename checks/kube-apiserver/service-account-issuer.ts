import { items } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/service-account-issuer',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'ServiceAccount tokens name an https issuer',
      broken: 'ServiceAccount tokens name an issuer that nobody can verify',
    },
    rationale:
      'Other systems (clouds, Vault, registries) trust tokens by their issuer: they fetch its keys from that address over https. A name that is no https address cannot be verified so; two clusters that carry the same plain name are taken for one another, and a token of the test cluster opens what belongs to production.',
    remediation: {
      kubeadm:
        'Put the https address first in --service-account-issuer in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, keep the old name as a second --service-account-issuer for a while, and name both in --api-audiences.',
      k3s: 'Put service-account-issuer=https://... first in kube-apiserver-arg and keep the old name behind it.',
      mayBreak:
        'Tokens of the old issuer are refused as soon as it is no longer named: remove it only when every pod has a new token. Systems outside that know the old issuer must be told the new one.',
    },
    references: [
      {
        title: 'ServiceAccount issuer discovery',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'service-account-issuer',
  expected: 'an https address first',
  // The first signs; those behind it are only accepted, as they are while an issuer is replaced.
  passes: (value) => isHttps(items(value)[0] ?? ''),
  broken: (value) => `tokens are issued by ${items(value)[0] ?? 'nobody'}, which is no https address`,
});

const isHttps = (issuer: string): boolean => URL.canParse(issuer) && new URL(issuer).protocol === 'https:';
