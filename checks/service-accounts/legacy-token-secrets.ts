import { OPENSHIFT_GROUP } from '../../src/derive/distribution.ts';
import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Discovery, Gathered, ServerVersion } from '../../src/model/resources.ts';
import type { PartialObjectMetadata } from '../../src/shapes/generated.ts';

const ACCOUNT = 'kubernetes.io/service-account.name';
const INVALID_SINCE = 'kubernetes.io/legacy-token-invalid-since';
const LAST_USED = 'kubernetes.io/legacy-token-last-used';
/** The first minor whose API server refuses a token for that label. */
const LABEL_COUNTS_FROM = 29;
/** OpenShift keeps a registry login of each ServiceAccount in a Secret that carries the same annotation. */
const REGISTRY_LOGIN = /-dockercfg-[a-z0-9]{5}$/;
const LIST = { apiVersion: 'v1', kind: 'Secret', name: '' };

export default automated({
  meta: {
    id: 'service-accounts/legacy-token-secrets',
    component: 'service-accounts',
    severity: 'high',
    population: false,
    title: {
      holds: 'No Secret holds a ServiceAccount token that never expires',
      broken: 'Secrets hold ServiceAccount tokens that never expire',
    },
    rationale:
      'A token in a Secret of type kubernetes.io/service-account-token is valid until the Secret or the ServiceAccount is deleted, wherever it was copied to, and whoever reads Secrets can take it. Since Kubernetes 1.24 such Secrets are only made by hand; pods get short-lived tokens without them.',
    remediation: {
      any: 'Find out who uses it (the label kubernetes.io/legacy-token-last-used, the audit log), move that to `kubectl create token` or to a projected token, then delete the Secret: `kubectl delete secret NAME -n NAMESPACE`.',
      mayBreak:
        'CI systems, dashboards and other clusters that log in with the token are locked out at once. To try it first, label the Secret kubernetes.io/legacy-token-invalid-since with the date of today and remove the label to go back (Kubernetes 1.29 and newer).',
    },
    references: [
      {
        title: 'Kubernetes: legacy ServiceAccount token Secrets',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#legacy-serviceaccount-token-cleaner',
      },
      {
        title: 'Kubernetes: ServiceAccount token Secrets',
        url: 'https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Protecting Pod service account tokens' }],
    since: '0.1.0',
  },
  needs: ['secrets'],
  wants: ['version', 'discovery'],
  evaluate: ({ secrets, version, discovery }) => {
    const server = { refuses: refusesInvalid(version), logins: mayKeepLogins(discovery) };
    const none: Finding = {
      verdict: 'pass',
      subject: { kind: 'Cluster', name: 'cluster' },
      evidence: [{ from: 'absence', object: LIST, pointer: '', sought: `a Secret with annotation ${ACCOUNT}` }],
    };
    const tokens = secrets.filter(({ metadata }) => metadata.annotations[ACCOUNT] !== undefined);
    return tokens.length === 0
      ? [none]
      : each(tokens, (secret) => judge(secret, server), { absent: none.evidence, because: 'no such Secret' });
  },
});

/** Whether the API server refuses tokens that are labelled invalid; undefined where its version is not known. */
function refusesInvalid(version: Gathered<ServerVersion>): boolean | undefined {
  const parsed = version.state === 'failed' ? undefined : parseKubernetesVersion(version.value.gitVersion);
  return parsed && (parsed.major > 1 || parsed.minor >= LABEL_COUNTS_FROM);
}

/** Whether this may be OpenShift: elsewhere a name like that of a registry login is no excuse. */
const mayKeepLogins = (discovery: Gathered<Discovery>): boolean =>
  discovery.state === 'failed' || discovery.value.groupVersions[OPENSHIFT_GROUP] !== undefined;

/** What the server does with tokens: whether it refuses those labelled invalid, and may keep registry logins beside them. */
interface Server {
  readonly refuses: boolean | undefined;
  readonly logins: boolean;
}

function judge({ metadata }: PartialObjectMetadata, { refuses, logins }: Server): Finding {
  const { name, namespace, annotations, labels } = metadata;
  const subject = { kind: 'Secret', namespace, name };
  const account = seen('annotations', ACCOUNT, annotations[ACCOUNT] ?? '');
  // An empty value counts for nothing.
  const invalid = labels[INVALID_SINCE] ?? '';
  if (invalid !== '' && refuses !== false) {
    const evidence = [seen('labels', INVALID_SINCE, invalid), account] as const;
    if (refuses) return { verdict: 'pass', subject, evidence, message: `invalid since ${invalid}` };
    const detail =
      'labelled invalid, which API servers before 1.29 do not look at; the version of this one is not known';
    return { verdict: 'unknown', subject, evidence, because: { code: 'not-gathered', detail } };
  }
  if (logins && REGISTRY_LOGIN.test(name)) {
    const message = `a registry login of ServiceAccount ${annotations[ACCOUNT]}, which may hold a token`;
    return { verdict: 'review', subject, evidence: [account], message };
  }
  const used = labels[LAST_USED];
  const since = used === undefined ? '' : `, last used on ${used}`;
  const evidence = [account, ...(used === undefined ? [] : [seen('labels', LAST_USED, used)])] as const;
  return {
    verdict: 'fail',
    subject,
    evidence,
    message: `holds a token of ServiceAccount ${annotations[ACCOUNT]}${since}`,
  };

  function seen(map: 'labels' | 'annotations', key: string, observed: string): Evidence {
    const pointer = `/metadata/${map}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return { from: 'object', object: { ...LIST, name, namespace }, pointer, observed };
  }
}
