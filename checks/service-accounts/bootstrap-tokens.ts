import { automated, type Context } from '../../src/model/check.ts';
import type { Evidence, Finding } from '../../src/model/finding.ts';
import type { PartialObjectMetadata } from '../../src/shapes/generated.ts';

/** The name that Kubernetes asks of a bootstrap token: bootstrap-token- and the id. */
const NAME = /^bootstrap-token-[a-z0-9]{6}$/;
const LIST = { apiVersion: 'v1', kind: 'Secret', name: '', namespace: 'kube-system' };
const HOUR = 3_600_000;
/** What kubeadm gives to a token. */
const LIFETIME_HOURS = 24;

export default automated({
  meta: {
    id: 'service-accounts/bootstrap-tokens',
    component: 'service-accounts',
    severity: 'high',
    population: false,
    title: {
      holds: 'No bootstrap token is older than a day',
      broken: 'Bootstrap tokens live for longer than a day',
    },
    rationale:
      'With a bootstrap token anybody joins a node of his own to the cluster, and is sent pods and their Secrets. It is a password that was pasted into scripts and machine images; kubeadm lets it expire after 24 hours. The expiry stands in the data of the Secret, which is not read here, so its age is what shows.',
    remediation: {
      kubeadm:
        'Look at them with `kubeadm token list` and delete those that no join needs: `kubeadm token delete ID`. Make a new one with a short life for each join: `kubeadm token create --ttl 1h --print-join-command`.',
      any: 'Delete the Secret: `kubectl delete secret NAME -n kube-system`.',
      mayBreak:
        'Autoscalers and machine templates that join nodes with this token cannot join new ones until they have another; nodes that have joined are not touched.',
    },
    references: [
      {
        title: 'Kubernetes: bootstrap tokens',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
      },
      { title: 'kubeadm token', url: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-token/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '3.1.3' },
      { benchmark: 'Kubescape', number: 'C-0288' },
      { benchmark: 'KubiScan', number: 'list-bootstrap-tokens' },
    ],
    since: '0.1.0',
  },
  needs: ['secrets'],
  evaluate: ({ secrets }, { now }) => {
    const tokens = secrets.filter(({ metadata }) => metadata.namespace === 'kube-system' && NAME.test(metadata.name));
    const [first, ...rest] = tokens.map((secret) => judge(secret, now));
    if (first !== undefined) return [first, ...rest];
    const evidence: Evidence = {
      from: 'absence',
      object: LIST,
      pointer: '',
      sought: 'a Secret named bootstrap-token-ID',
    };
    return [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' }, evidence: [evidence] }];
  },
});

function judge({ metadata }: PartialObjectMetadata, now: Context['now']): Finding {
  const { name, namespace, creationTimestamp } = metadata;
  const subject = { kind: 'Secret', namespace, name };
  const object = { ...LIST, name };
  if (creationTimestamp === undefined || now === undefined) {
    const detail =
      creationTimestamp === undefined
        ? 'it does not say when it was made'
        : 'the time of the scan is not known: give it with --as-of';
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-gathered', detail } };
  }
  const pointer = '/metadata/creationTimestamp';
  const evidence: Evidence = {
    from: 'object',
    object,
    pointer,
    observed: creationTimestamp,
    expected: `not ${LIFETIME_HOURS} hours before the scan`,
  };
  const hours = Math.floor((Date.parse(now) - Date.parse(creationTimestamp)) / HOUR);
  if (Number.isNaN(hours)) {
    const because = { code: 'not-understood', detail: `${creationTimestamp} or ${now} is no time` } as const;
    return { verdict: 'unknown', subject, evidence: [evidence], because };
  }
  if (hours < LIFETIME_HOURS) return { verdict: 'pass', subject, evidence: [evidence], message: `${hours} hours old` };
  const age = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  return {
    verdict: 'fail',
    subject,
    evidence: [evidence],
    message: `is ${age} old, so it was not made to expire within a day`,
  };
}
