import { troubleCheck } from '../../src/judge/metrics.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import type { MetricSeries } from '../../src/model/resources.ts';

/** An API that is gone after so many minors keeps from upgrading soon. */
const SOON = 2;

export default troubleCheck({
  meta: {
    id: 'kube-apiserver/deprecated-api-use',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'No client uses an API that will soon be gone',
      broken: 'Clients use APIs that the next minor versions no longer have',
    },
    rationale:
      'An API that is removed with the next minor stops the clients that still use it, so the upgrade is put off, and with it the fixes for known holes. The API server notes each deprecated API that was asked for since it started.',
    remediation: {
      any: 'Find the clients in the audit log (annotation k8s.io/deprecated) and update them, and write manifests in the newer version of the API; "kubectl convert" helps. The note stays until the API server restarts.',
      mayBreak: 'Nothing by itself; a newer version of an API may have other fields and defaults.',
    },
    references: [
      {
        title: 'Deprecated API migration guide',
        url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
      },
      { title: 'Kubernetes metrics reference', url: 'https://kubernetes.io/docs/reference/instrumentation/metrics/' },
    ],
    controls: [
      { benchmark: 'Trivy', number: 'KSV-0107' },
      { benchmark: 'Popeye', number: '403' },
      { benchmark: 'kube-linter', number: 'no-extensions-v1beta' },
      { benchmark: 'kubeaudit', number: 'deprecatedapis' },
    ],
    since: '0.1.0',
  },
  ofServer: false,
  metric: 'apiserver_requested_deprecated_apis',
  isTrouble: ({ labels }, { version }) => {
    // Deprecated without a date is no hurry.
    const gone = minorOf(labels['removed_release'] ?? '');
    if (gone === undefined) return false;
    const minor = minorOf(version ?? '');
    return minor === undefined ? notUnderstood('the version of the API server is not known') : gone <= minor + SOON;
  },
  broken: (series, { since }) => `asked for since ${since}: ${series.map(named).join('; ')}`,
});

/** `1.38`: 38. */
function minorOf(release: string): number | undefined {
  const minor = /^v?1\.(\d+)/.exec(release)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

function named({ labels }: MetricSeries): string {
  const { group, version, resource, subresource, removed_release: gone } = labels;
  const what = [resource, subresource].filter(Boolean).join('/');
  return `${what} in ${[group, version].filter(Boolean).join('/')}, gone in ${gone}`;
}
