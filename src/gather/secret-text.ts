/** What stands in place of a value that may be secret. */
export const REDACTED = '[redacted]';

/** Flags whose value is a secret by itself, not the name of a file that holds it. */
const SECRET_FLAG =
  /(?:token|passw(?:or)?d|passphrase|secret|credentials?|api-?key|access-?key|private-?key|connection-string)$/i;
const SECRET_FLAGS = new Set(['datastore-endpoint', 'agent-token', 'initial-cluster-token', 'etcd-s3-access-key']);
/** Named like a secret, but only switches. */
const PUBLIC_FLAGS = new Set(['use-service-account-credentials', 'automount-service-account-token']);

/** Whether the value of a flag (with or without dashes) may be a secret. */
export function isSecretFlag(flag: string): boolean {
  const name = flag.replace(/^-+/, '').replaceAll('_', '-').toLowerCase();
  return !PUBLIC_FLAGS.has(name) && (SECRET_FLAGS.has(name) || SECRET_FLAG.test(name));
}

/** The value of a flag as it may be kept. */
export function keepFlagValue(flag: string, value: string): string {
  return isSecretFlag(flag) && value !== '' ? REDACTED : keepText(value);
}

/** Takes user and password out of the URLs of a text. */
export function keepText(text: string): string {
  return text.replaceAll(/:\/\/[^\s/@'"]*@/g, `://${REDACTED}@`);
}

/** Arguments with the values of secret flags taken out, in either spelling (`--token=x`, `--token x`), also inside a shell's script. */
export function keepArguments(list: readonly string[]): readonly string[] {
  let kept: string[] | undefined;
  for (const [index, argument] of list.entries()) {
    const previous = list[index - 1];
    const isValue =
      previous !== undefined && /^--?[\w-]+$/.test(previous) && isSecretFlag(previous) && !argument.startsWith('-');
    const safe = isValue ? REDACTED : keepArgument(argument);
    if (safe === argument) continue;
    kept ??= [...list];
    kept[index] = safe;
  }
  return kept ?? list;
}

function keepArgument(argument: string): string {
  const flag = /^--?([\w.-]+)=(.*)$/s.exec(argument);
  if (flag !== null)
    return isSecretFlag(flag[1] as string) && flag[2] !== ''
      ? `${argument.slice(0, -(flag[2] as string).length)}${REDACTED}`
      : keepText(argument);
  return keepText(/[\s;]/.test(argument) ? keepScript(argument) : argument);
}

/** In a script: `--token=x`, `TOKEN=x` and `--token x`. */
function keepScript(script: string): string {
  const redact = (all: string, before: string, name: string, between: string) =>
    isSecretFlag(name) ? `${before}${name}${between}${REDACTED}` : all;
  return script
    .replaceAll(/(^|[\s;"'])(--?[\w.-]+|\w+)(=)("[^"]*"|'[^']*'|[^\s;"']+)/g, redact)
    .replaceAll(/(^|[\s;"'])(--?[\w.-]+)(\s+)("[^"]*"|'[^']*'|[^\s;"'-][^\s;"']*)/g, redact);
}
