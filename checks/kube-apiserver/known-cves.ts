import { apiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { judgeVulnerabilities, providerOf } from '../../src/judge/releases/release-judgement.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/known-cves',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'No known and fixable vulnerability applies to the API server',
      broken: 'A known vulnerability with a fix applies to the API server',
    },
    rationale:
      'For a published vulnerability the way in is described in public and the repaired release is there to install. Flaws that no release repairs are left out here: they are a matter of configuration.',
    remediation: {
      any: 'Upgrade to the fixed version that the evidence names, or to a newer patch of the same minor. Where the minor gets no more patches, upgrade to the next one.',
      mayBreak: 'The API server restarts: with one control-plane node the API is away for a minute or so.',
    },
    references: [
      {
        title: 'Official feed of Kubernetes CVEs',
        url: 'https://kubernetes.io/docs/reference/issues-security/official-cve-feed/',
      },
      { title: 'Kubernetes patch releases', url: 'https://kubernetes.io/releases/patch-releases/' },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0058' },
      { benchmark: 'Kubescape', number: 'C-0089' },
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
    ],
    since: '0.1.0',
  },
  needs: ['version'],
  wants: ['settings:kube-apiserver', 'managed-plane'],
  evaluate: (cluster, context) => {
    const servers = apiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    const provider = providerOf(cluster['managed-plane']);
    return each(servers, (server) => judgeVulnerabilities('kube-apiserver', server, context, provider), NONE);
  },
});

const NONE = { unseen: { code: 'not-visible', detail: 'no API server was seen' } } as const;
