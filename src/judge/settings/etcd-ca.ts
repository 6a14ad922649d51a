import type { Evidences, Uncertainty } from '../../model/finding.ts';
import type { Instance } from '../../model/views.ts';
import { expecting, together } from '../evidence.ts';
import { ownCertificate } from './etcd-checks.ts';
import { isGiven } from './observed-values.ts';

/** The CA file that etcd trusts for clients, and whether an API server takes the same for its own. */
export interface TrustedCa {
  /** Empty where no file says whom etcd trusts. */
  readonly path: string;
  readonly evidence: Evidences;
  readonly shared: boolean | { readonly because: Uncertainty };
}

interface File {
  readonly path: string;
  readonly origin: string | undefined;
  readonly evidence: Evidences;
}

/** Compares where the files lie; what is in them the API does not show. */
export function trustedCa(instance: Instance, servers: readonly Instance[]): TrustedCa | Uncertainty {
  const own = fileOf(instance, 'trusted-ca-file');
  if ('code' in own) return own;
  const { path } = own;
  const evidence = expecting(own.evidence, 'a file other than --client-ca-file of the API server');
  if (path === '') return { path, evidence, shared: false };
  const selfMade = ownCertificate('client', instance);
  if (selfMade !== undefined && 'code' in selfMade) return selfMade;
  if (selfMade !== undefined) return { path: '', evidence: together(evidence, selfMade), shared: false };
  const others = servers.map((server) => fileOf(server, 'client-ca-file'));
  const files = others.filter((other): other is File => !('code' in other));
  const shown = together(evidence, ...files.map((file) => file.evidence));
  const answers = files.map((file) => isSame(own, file));
  if (answers.includes(true)) return { path, evidence: shown, shared: true };
  const unread = others.find((other): other is Uncertainty => 'code' in other);
  if (unread !== undefined) return { path, evidence: shown, shared: { because: unread } };
  const hidden = servers.length === 0 || answers.includes(undefined);
  return { path, evidence: shown, shared: hidden ? { because: HIDDEN } : false };
}

const HIDDEN: Uncertainty = {
  code: 'not-visible',
  detail: 'it is not visible whether this is the file that the API server takes for clients',
};

function fileOf(instance: Instance, flag: string): File | Uncertainty {
  const setting = instance.get(flag);
  if (!setting.known) return setting.because;
  const path = String(setting.value);
  return { path, origin: instance.originOf?.(path), evidence: setting.evidence };
}

/** Whether two containers name one file; undefined where it is not known where one of them lies. */
function isSame(own: File, other: File): boolean | undefined {
  if (!isGiven(other.path)) return false;
  return own.origin === undefined || other.origin === undefined ? undefined : own.origin === other.origin;
}
