import type { WithoutBodies } from '../../model/certificates.ts';
import type { Evidence, None, ObjectRef, Observed, Subject } from '../../model/finding.ts';
import type { Resources } from '../../model/resources.ts';
import type { MutatingWebhook, ValidatingWebhook } from '../../shapes/generated.ts';

/** A webhook of either kind, with what its certificates say. */
export type AdmissionWebhook = WithoutBodies<ValidatingWebhook | MutatingWebhook>;

/** A configuration of either kind, as the subject of a finding. */
export interface WebhookConfiguration {
  readonly subject: Subject;
  readonly object: ObjectRef;
  readonly webhooks: readonly AdmissionWebhook[];
}

/** What lists the configurations. */
export const WEBHOOKS = ['validating-webhooks', 'mutating-webhooks'] as const;
const KINDS = {
  'validating-webhooks': 'ValidatingWebhookConfiguration',
  'mutating-webhooks': 'MutatingWebhookConfiguration',
} as const;
type Key = (typeof WEBHOOKS)[number];

/** The configurations of one kind that have a webhook. */
export const configurationsOf = (kind: Key, configurations: Resources[Key]): readonly WebhookConfiguration[] =>
  configurations
    .filter(({ webhooks }) => webhooks.length > 0)
    .map(({ metadata: { name }, webhooks }) => ({
      subject: { kind: KINDS[kind], name },
      object: { apiVersion: 'admissionregistration.k8s.io/v1', kind: KINDS[kind], name },
      webhooks,
    }));

/** Those of both kinds. */
export const allConfigurations = (cluster: Pick<Resources, Key>): readonly WebhookConfiguration[] =>
  WEBHOOKS.flatMap((kind) => configurationsOf(kind, cluster[kind]));

/** A cluster without webhooks of these kinds. */
export function noWebhooks(kinds: readonly [Key, ...Key[]]): None {
  const [first, ...rest] = kinds.map((kind) => absence(KINDS[kind]));
  return { absent: [first as Evidence, ...rest], because: 'no admission webhook is registered' };
}

const absence = (kind: string): Evidence => ({
  from: 'absence',
  object: { apiVersion: 'admissionregistration.k8s.io/v1', kind, name: '' },
  pointer: '',
  sought: 'a webhook',
});

/** What a webhook of a configuration says at a place of its own. */
export const webhookEvidence = (
  { object }: WebhookConfiguration,
  index: number,
  pointer: string,
  observed: Observed,
  expected?: string,
): Evidence => ({
  from: 'object',
  object,
  pointer: `/webhooks/${index}${pointer}`,
  observed,
  ...(expected === undefined ? {} : { expected }),
});

/** Whether the API server refuses a request when the webhook does not answer: the default of v1. */
export const failsClosed = ({ failurePolicy }: AdmissionWebhook): boolean => failurePolicy !== 'Ignore';
