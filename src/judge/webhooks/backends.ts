import type { CertificateBundle, WithoutBodies } from '../../model/certificates.ts';
import type { Evidence, Evidences, Finding, ObjectRef, Subject, Uncertainty } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { Service, WebhookClientConfig } from '../../shapes/generated.ts';
import { bundleState, describeBundle } from '../certificates.ts';

/** An authority is about to expire so many days before: whoever renews it should have done so. */
const SOON_DAYS = 30;

/** Whom the API server calls, and where that stands. */
export interface Backend {
  readonly clientConfig: WithoutBodies<WebhookClientConfig>;
  readonly object: ObjectRef;
  readonly pointer: string;
}

/** What one backend is like, with what shows it. */
type Part = { readonly evidence: readonly Evidence[] } & (
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'fail' | 'review'; readonly message: string }
  | { readonly verdict: 'unknown'; readonly because: Uncertainty }
);

/** The Services that are there; the words for a Service are `namespace/name`. */
export interface KnownServices {
  has(service: string): boolean | Uncertainty;
}

/** Of Services that were not all read, only those that are there say something. */
export function knownServices(services: Gathered<readonly Service[]>): KnownServices {
  if (services.state === 'failed') return { has: () => services.failure };
  const names = new Set(services.value.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`));
  const unread: false | Uncertainty =
    services.state === 'whole' ? false : { code: 'incomplete', detail: services.missing.join('; ') };
  return { has: (service) => names.has(service) || unread };
}

const ORDER = ['fail', 'unknown', 'review', 'pass'] as const;

/** Judges all that one object makes the API server call: Services that exist, known by an authority that is valid. */
export function judgeBackends(
  subject: Subject,
  backends: readonly [Backend, ...Backend[]],
  services: KnownServices,
  now: string | undefined,
): Finding {
  const parts = backends.flatMap((backend) => [whereItIs(backend, services), whomItTrusts(backend, now)]);
  const verdict = ORDER.find((one) => parts.some((part) => part.verdict === one)) ?? 'pass';
  const decisive = parts.filter((part) => part.verdict === verdict);
  const evidence = decisive.flatMap((part) => part.evidence) as unknown as Evidences;
  const [first] = decisive;
  if (first?.verdict === 'unknown') return { verdict: 'unknown', subject, evidence, because: first.because };
  if (verdict === 'pass') return { verdict, subject, evidence };
  const messages = decisive.flatMap((part) => ('message' in part ? [part.message] : []));
  return { verdict: verdict as 'fail' | 'review', subject, evidence, message: [...new Set(messages)].join('; ') };
}

function whereItIs({ clientConfig, object, pointer }: Backend, services: KnownServices): Part {
  const { service, url } = clientConfig;
  if (service === undefined) {
    const evidence: Evidence[] = [{ from: 'object', object, pointer: `${pointer}/url`, observed: url ?? null }];
    if (url === undefined) return { verdict: 'review', evidence, message: 'it names neither a Service nor an address' };
    return { verdict: 'review', evidence, message: `calls ${url}, outside of the cluster's Services` };
  }
  const called = `${service.namespace}/${service.name}`;
  const at = `${pointer}/service`;
  const evidence: Evidence[] = [
    { from: 'object', object, pointer: `${at}/namespace`, observed: service.namespace },
    { from: 'object', object, pointer: `${at}/name`, observed: service.name },
  ];
  const there = services.has(called);
  if (there === true) return { verdict: 'pass', evidence };
  if (there !== false) return { verdict: 'unknown', evidence, because: there };
  const missing: Evidence = {
    from: 'absence',
    object: { apiVersion: 'v1', kind: 'Service', name: '' },
    pointer: '',
    sought: `Service ${called}`,
  };
  const message = `Service ${called} does not exist: whoever may create it is asked in its place`;
  return { verdict: 'fail', evidence: [...evidence, missing], message };
}

function whomItTrusts({ clientConfig, object, pointer }: Backend, now: string | undefined): Part {
  const { caBundle, service } = clientConfig;
  const evidence = [bundleEvidence(object, `${pointer}/caBundle`, caBundle)];
  if (caBundle === undefined) {
    if (service === undefined) return { verdict: 'review', evidence, message: 'it trusts any public authority' };
    return { verdict: 'fail', evidence, message: 'it names no authority that its Service is known by' };
  }
  const state = bundleState(caBundle, now, 0);
  if (!state.known) return { verdict: 'unknown', evidence, because: state.because };
  if (state.troubles.length > 0) return { verdict: 'fail', evidence, message: state.troubles.join('; ') };
  const soon = bundleState(caBundle, now, SOON_DAYS);
  if (!soon.known || soon.troubles.length === 0) return { verdict: 'pass', evidence };
  return { verdict: 'review', evidence, message: soon.troubles.join('; ') };
}

/** What stands in a bundle, or that there is none. */
export const bundleEvidence = (
  object: ObjectRef,
  pointer: string,
  bundle: CertificateBundle | undefined,
): Evidence => ({
  from: 'object',
  object,
  pointer,
  observed: bundle === undefined ? null : describeBundle(bundle),
  expected: 'an authority that is valid, with a strong key',
});
