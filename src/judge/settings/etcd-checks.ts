import type { AutomatedCheck, CheckMeta } from '../../model/check.ts';
import type { Evidences, Uncertainty } from '../../model/finding.ts';
import type { Instance, Setting } from '../../model/views.ts';
import { together } from '../evidence.ts';
import { type EtcdUrl, isPlain, named, parseEtcdUrls } from './etcd-urls.ts';
import { isLoopback } from './listen-address.ts';
import { isGiven, notUnderstood } from './observed-values.ts';
import { type Judgement, settingsCheck } from './setting-checks.ts';

const VIEW = 'settings:etcd';

/** The flags of one of etcd's two ports: for clients, and for its other members (peers). */
const SIDES = {
  client: {
    certificate: 'cert-file',
    key: 'key-file',
    authentication: 'client-cert-auth',
    authority: 'trusted-ca-file',
    auto: 'auto-tls',
    urls: 'listen-client-urls',
  },
  peer: {
    certificate: 'peer-cert-file',
    key: 'peer-key-file',
    authentication: 'peer-client-cert-auth',
    authority: 'peer-trusted-ca-file',
    auto: 'peer-auto-tls',
    urls: 'listen-peer-urls',
  },
} as const;

interface Spec<Id extends string> {
  readonly meta: CheckMeta<Id>;
  readonly side: keyof typeof SIDES;
}

/** A check that wants a certificate and a key on one side of etcd, and no URL in clear text. */
export function etcdCertificateCheck<const Id extends string>(spec: Spec<Id>): AutomatedCheck<Id, typeof VIEW, never> {
  const { certificate, key, urls } = SIDES[spec.side];
  const settings = { [certificate]: 'a file', [key]: 'a file', [urls]: 'https URLs' };
  return settingsCheck({
    meta: spec.meta,
    view: VIEW,
    settings: settings as Record<typeof certificate | typeof key | typeof urls, string>,
    judge: (found, instance): Judgement =>
      withUrls(spec.side, found[urls], instance, (listening) => {
        const plain = listening.filter(isPlain);
        if (plain.length > 0) return { verdict: 'fail', message: `listens in clear text on ${named(plain)}` };
        const missing = [certificate, key].filter((flag) => !isGiven(found[flag].value));
        if (missing.length === 0) return { verdict: 'pass' };
        return { verdict: 'fail', message: `--${missing.join(' and --')} not set` };
      }),
  });
}

/**
 * A check that wants certificates demanded from all who connect to one side of etcd. A trusted CA is what makes etcd demand them, also
 * without the flag; the flag without a CA trusts whatever the host does.
 */
export function etcdAuthenticationCheck<const Id extends string>(
  spec: Spec<Id>,
): AutomatedCheck<Id, typeof VIEW, never> {
  const { authentication, authority, auto, urls } = SIDES[spec.side];
  const settings = { [authentication]: 'true', [authority]: 'a file', [urls]: 'https URLs' };
  return settingsCheck({
    meta: spec.meta,
    view: VIEW,
    settings: settings as Record<typeof authentication | typeof authority | typeof urls, string>,
    judge: (found, instance): Judgement =>
      withUrls(spec.side, found[urls], instance, (listening) => {
        const plain = listening.filter(isPlain);
        if (plain.length > 0) return { verdict: 'fail', message: `asks for no certificate on ${named(plain)}` };
        const own = ownCertificate(spec.side, instance);
        if (own !== undefined && 'code' in own) return { verdict: 'unknown', because: own };
        if (own !== undefined) {
          const message = `lets anybody connect without a certificate: --${auto} takes the place of what the other flags say`;
          return { verdict: 'fail', evidence: own, message };
        }
        const demanded = found[authentication].value === true;
        if (isGiven(found[authority].value)) {
          if (demanded) return { verdict: 'pass' };
          return { verdict: 'pass', message: `--${authority} alone makes etcd demand certificates of this CA` };
        }
        if (!demanded) return { verdict: 'fail', message: 'lets anybody connect without a certificate' };
        return { verdict: 'fail', message: `--${authority} not set: any CA that the host trusts will do` };
      }),
  });
}

/** A check that wants no certificates of etcd's own making. Where files are given etcd uses these, and ignores the flag. */
export function etcdAutoTlsCheck<const Id extends string>(spec: Spec<Id>): AutomatedCheck<Id, typeof VIEW, never> {
  const { auto, certificate, key } = SIDES[spec.side];
  return settingsCheck({
    meta: spec.meta,
    view: VIEW,
    settings: { [auto]: 'false' } as Record<typeof auto, string>,
    judge: (found, instance): Judgement => {
      if (found[auto].value === false) return { verdict: 'pass' };
      const [own, ownKey] = [instance.get(certificate), instance.get(key)];
      if (!own.known) return { verdict: 'unknown', because: own.because };
      if (!ownKey.known) return { verdict: 'unknown', because: ownKey.because };
      if (!isGiven(own.value) || !isGiven(ownKey.value)) {
        return { verdict: 'fail', message: 'makes its own certificate, which nobody can verify' };
      }
      const evidence = together(own.evidence, ownKey.evidence);
      return { verdict: 'pass', evidence, message: 'the given certificate is used, the flag is ignored' };
    },
  });
}

/**
 * What shows that one side of etcd serves a certificate of its own making, with which it asks nobody for one, whatever CA it was given; undefined
 * where it does not. With half a pair etcd does not start. https://github.com/etcd-io/etcd/blob/v3.6.5/server/embed/config.go
 */
export function ownCertificate(side: keyof typeof SIDES, instance: Instance): Evidences | Uncertainty | undefined {
  const { auto, certificate, key } = SIDES[side];
  if (instance.given(auto) === false) return undefined;
  const [flag, file, keyFile] = [instance.get(auto), instance.get(certificate), instance.get(key)];
  if (!flag.known) return flag.because;
  if (flag.value === false) return undefined;
  if (!file.known) return file.because;
  if (!keyFile.known) return keyFile.because;
  if (isGiven(file.value) || isGiven(keyFile.value)) return undefined;
  return together(flag.evidence, file.evidence, keyFile.evidence);
}

/** Whether etcd asks its clients for certificates where it speaks TLS with them, and what shows it; or why that is not known. */
export function asksForCertificates(
  instance: Instance,
): { readonly yes: boolean; readonly evidence: Evidences } | Uncertainty {
  const own = ownCertificate('client', instance);
  if (own !== undefined) return 'code' in own ? own : { yes: false, evidence: own };
  const { authentication, authority } = SIDES.client;
  const [flag, file] = [instance.get(authentication), instance.get(authority)];
  if (file.known && isGiven(file.value)) return { yes: true, evidence: file.evidence };
  if (flag.known && flag.value === true) return { yes: true, evidence: flag.evidence };
  if (!file.known) return file.because;
  if (!flag.known) return flag.because;
  return { yes: false, evidence: together(flag.evidence, file.evidence) };
}

/** The flag of more URLs for clients, which serve HTTP alone: keys and values by JSON, as the others do by gRPC. */
const HTTP_URLS = 'listen-client-http-urls';

/** Where one side of etcd listens, and what shows it besides `setting`; or why that is not known. */
export function listensOn(
  side: keyof typeof SIDES,
  setting: Setting,
  instance: Instance,
): { readonly urls: readonly EtcdUrl[]; readonly evidence?: Evidences } | Uncertainty {
  const urls = parseEtcdUrls(setting.value);
  if (urls === undefined || urls.length === 0) return notUnderstood(`"${setting.value}" is no list of URLs`);
  if (side === 'peer' || instance.given(HTTP_URLS) === false) return { urls };
  const more = instance.get(HTTP_URLS);
  if (!more.known) return more.because;
  const others = parseEtcdUrls(more.value);
  if (others === undefined) return notUnderstood(`"${more.value}" is no list of URLs`);
  return { urls: [...urls, ...others], evidence: more.evidence };
}

/** Peers of a member that listens to itself only are none: there is nobody to encrypt for. */
function withUrls(
  side: keyof typeof SIDES,
  setting: Setting,
  instance: Instance,
  judge: (urls: readonly EtcdUrl[]) => Judgement,
): Judgement {
  const listening = listensOn(side, setting, instance);
  if ('code' in listening) return { verdict: 'unknown', because: listening };
  const { urls, evidence = [] } = listening;
  const alone = side === 'peer' && urls.every(({ address }) => address !== undefined && isLoopback(address));
  const judgement = judge(urls);
  if (alone && judgement.verdict !== 'pass') {
    return { verdict: 'not-applicable', because: 'it listens for other members on loopback only: it is the only one' };
  }
  const [first, ...rest] = [...(judgement.evidence ?? []), ...evidence];
  return first === undefined ? judgement : { ...judgement, evidence: [first, ...rest] };
}
