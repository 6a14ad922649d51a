import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

const GATE = 'KMSv1';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/kmsv1-enabled',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Version 1 of the KMS interface stays switched off',
      broken: 'Version 1 of the KMS interface is switched back on',
    },
    rationale:
      'Version 1 asks the key service once for every object, makes a key for each of them and cannot tell when the service has changed its key, so a rotation leaves old data behind unseen. It gets security fixes only and will go; who switches it back on has a provider of that version in the encryption configuration.',
    remediation: {
      kubeadm:
        'Update the KMS plugin to version 2 on every control-plane node, put a kms provider with apiVersion v2 first in the encryption configuration, rewrite the Secrets ("kubectl get secrets --all-namespaces -o json | kubectl replace -f -"), take out the old provider, and then remove KMSv1=true from --feature-gates in /etc/kubernetes/manifests/kube-apiserver.yaml.',
      k3s: 'Remove KMSv1=true from feature-gates in kube-apiserver-arg after the same steps.',
      mayBreak:
        'The API server does not start without the gate while the configuration names a provider of version 1, and what only that provider can read is lost with it: rewrite everything first.',
    },
    references: [
      {
        title: 'Using a KMS provider for data encryption',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kms-provider/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'feature-gates',
  expected: `${GATE} not switched on`,
  era: {
    from: '1.29',
    because: 'before 1.29 version 1 is on by itself, and version 2 is not stable',
    source:
      'https://github.com/kubernetes/kubernetes/blob/v1.37.2/staging/src/k8s.io/apiserver/pkg/features/kube_features.go',
  },
  passes: (value) => gateGiven(items(value), GATE) !== true,
  broken: () => `the feature gate ${GATE} is switched on`,
});
