import type { Certificate, CertificateBundle } from '../model/certificates.ts';
import type { Uncertainty } from '../model/finding.ts';
import { NO_TIME } from './releases/release-judgement.ts';

const DAY_MILLISECONDS = 86_400_000;
const SHORTEST_KEY: Readonly<Record<string, number>> = { RSA: 2048, EC: 256 };
/** Keys that come in one strength. */
const FIXED_KEYS = ['Ed25519', 'Ed448'];
const BROKEN_HASHES = ['MD2', 'MD5', 'SHA-1'];
const SOUND_SIGNATURES = ['SHA-256', 'SHA-384', 'SHA-512', ...FIXED_KEYS];

/** What a bundle of authorities is like at a time. When certificates with one subject expire tells the one that is valid longest. */
export type BundleState =
  | { readonly known: false; readonly because: Uncertainty }
  | {
      readonly known: true;
      /** Why it cannot be trusted, or not for long; empty where it can. */
      readonly troubles: readonly string[];
      /** Whether no certificate in it is valid. */
      readonly expired: boolean;
      /** Certificates that expired beside valid ones: what a rotation left behind. */
      readonly stale: readonly string[];
    };

/** One line per certificate, as evidence shows it: `CN=kubernetes, until 2036-11-20, RSA 2048, SHA-256`. */
export const describeBundle = ({ certificates, unreadable }: CertificateBundle): readonly string[] => [
  ...certificates.map(describeCertificate),
  ...(unreadable === 0 ? [] : [`${unreadable} unreadable`]),
];

const describeCertificate = ({ subject, notAfter, key, signature }: Certificate): string =>
  `${subject}, until ${dayOf(notAfter)}, ${key.type}${key.bits === undefined ? '' : ` ${key.bits}`}, ${signature}`;

/** Judges authorities: none expired or expiring within so many days, keys and signatures strong enough. */
export function bundleState(bundle: CertificateBundle, now: string | undefined, days: number): BundleState {
  if (bundle.certificates.length === 0) return unknown('malformed', 'no certificate in it can be read');
  if (now === undefined) return unknown('not-gathered', NO_TIME);
  const left = (certificate: Certificate): number => Date.parse(certificate.notAfter) - Date.parse(now);
  const current = newestBySubject(bundle.certificates);
  const isValid = (one: Certificate) => left(one) > 0 && Date.parse(one.notBefore) <= Date.parse(now);
  const valid = current.filter(isValid);
  // As long as it is valid what an old one signs is believed, whatever its successor is like.
  const strengths = bundle.certificates.filter(isValid).map((one) => ({ one, weak: weaknessOf(one) }));
  const unclear = strengths.find(({ weak }) => weak === undefined);
  const expiring = valid.filter((one) => left(one) <= days * DAY_MILLISECONDS);
  const troubles = [
    ...(valid.length === 0 ? [`no certificate is valid: ${current.map(datesOf).join('; ')}`] : []),
    ...expiring.map((one) => `${one.subject} expires on ${dayOf(one.notAfter)}`),
    ...new Set(strengths.flatMap(({ one, weak }) => (weak ? [`${one.subject} has ${weak}`] : []))),
  ];
  if (troubles.length === 0 && unclear !== undefined) {
    return unknown('not-understood', `how strong ${describeCertificate(unclear.one)} is, is not known`);
  }
  const stale = current.filter((one) => left(one) <= 0).map(({ subject }) => subject);
  return { known: true, troubles, expired: valid.length === 0, stale: valid.length === 0 ? [] : stale };
}

const unknown = (code: Uncertainty['code'], detail: string): BundleState => ({
  known: false,
  because: { code, detail },
});

/** What makes a certificate weak, empty where nothing does; undefined where that is not known. Of a root nobody relies on the signature. */
function weaknessOf({ key, signature, selfIssued }: Certificate): string | undefined {
  const shortest = SHORTEST_KEY[key.type];
  if (shortest !== undefined && key.bits !== undefined && key.bits < shortest) {
    return `a key of ${key.bits} bits (${key.type})`;
  }
  if (!selfIssued && BROKEN_HASHES.includes(signature)) return `a signature with ${signature}`;
  const keyKnown = FIXED_KEYS.includes(key.type) || (shortest !== undefined && key.bits !== undefined);
  return keyKnown && (selfIssued || SOUND_SIGNATURES.includes(signature)) ? '' : undefined;
}

function newestBySubject(certificates: readonly Certificate[]): readonly Certificate[] {
  const newest = new Map<string, Certificate>();
  for (const one of certificates) {
    const other = newest.get(one.subject);
    if (other === undefined || Date.parse(one.notAfter) > Date.parse(other.notAfter)) newest.set(one.subject, one);
  }
  return [...newest.values()];
}

const datesOf = ({ subject, notBefore, notAfter }: Certificate): string =>
  `${subject} from ${dayOf(notBefore)} to ${dayOf(notAfter)}`;

const dayOf = (time: string): string => time.slice(0, 10);
