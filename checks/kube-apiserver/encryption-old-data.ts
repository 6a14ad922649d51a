import { unreliable } from '../../src/judge/metrics.ts';
import { secretTrafficCheck } from '../../src/judge/secret-encryption.ts';
import { items, mayBeGiven } from '../../src/judge/settings/observed-values.ts';
import type { Instance } from '../../src/model/views.ts';

export default secretTrafficCheck({
  meta: {
    id: 'kube-apiserver/encryption-old-data',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server found no Secret in etcd as plaintext',
      broken: 'The API server found Secrets in etcd that are plaintext',
    },
    rationale:
      'Encryption begins with the next write: Secrets that were there before stay plaintext until somebody writes them again, and the oldest tokens are often the strongest. At its start the API server reads all Secrets into its cache, and it counts those that it found as plaintext.',
    remediation: {
      any: 'Write all Secrets again with "kubectl get secrets -A -o json | kubectl replace -f -", some thousands namespace by namespace. Then restart kube-apiserver, one after another: the counter begins anew, and shows whether any is left.',
      mayBreak:
        'A Secret that somebody else changes meanwhile is refused with a conflict; run it once more. Each write wakes whoever watches Secrets.',
    },
    references: [
      {
        title: 'Ensure all secrets are encrypted',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#ensure-all-secrets-are-encrypted',
      },
      { title: 'Kubernetes metrics reference', url: 'https://kubernetes.io/docs/reference/instrumentation/metrics/' },
    ],
    since: '0.1.0',
  },
  direction: 'from_storage',
  judge: ({ encrypted, plain }, metrics) => {
    const { since } = metrics;
    if (plain > 0)
      return {
        verdict: 'fail',
        message: `Secrets were read as plaintext ${plain} times since the start at ${since}; what was rewritten since then shows after a restart`,
      };
    if (encrypted === 0 || metrics.instance === undefined || !readsAllSecrets(metrics.instance)) {
      const detail =
        encrypted === 0
          ? `no Secret was read through a provider since ${since}`
          : 'whether the API server read all Secrets at its start is not known';
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    const because = unreliable(metrics);
    if (because !== undefined) return { verdict: 'unknown', because };
    return { verdict: 'pass', message: `all Secrets that were read since the start at ${since} were encrypted` };
  },
});

/** Whether an API server fills a cache of Secrets at its start; for a resource of size 0 there is none. */
function readsAllSecrets(instance: Instance): boolean {
  const [cache, sizes] = [instance.get('watch-cache'), instance.get('watch-cache-sizes')];
  if (!cache.known || cache.value !== true || mayBeGiven(instance, 'watch-cache-sizes', sizes)) return false;
  return !sizes.known || !items(sizes.value).includes('secrets#0');
}
