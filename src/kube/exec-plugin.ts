import { type ChildProcess, spawn } from 'node:child_process';
import { KubevetError } from '../model/error.ts';
import type { ClusterEntry, ExecEntry } from './kubeconfig-entries.ts';
import { plainText } from './plain-text.ts';
import type { Environment } from './proxy.ts';

/** What a credential plugin gave. It is used until it is refused, whatever time it says that it holds. */
export interface PluginCredential {
  readonly token?: string;
  /** PEM */
  readonly certificate?: string;
  readonly key?: string;
}

export interface PluginOptions {
  readonly env: Environment;
  /** Standard input is a terminal, so that a plugin may ask the user. */
  readonly inputIsTerminal: boolean;
  /** Milliseconds after which the plugin is ended. */
  readonly timeout: number;
  /** Ends the plugin. */
  readonly signal?: AbortSignal;
  /** What the plugin writes to standard error, as it comes. */
  readonly onOutput?: (text: string) => void;
  readonly cluster: ClusterEntry & { readonly server: string };
}

const VERSIONS = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];
const LONGEST_OUTPUT = 1024 * 1024;

const failed = (message: string, hint: string): KubevetError => new KubevetError('authentication', message, { hint });

/** Runs a credential plugin once. Fails where it fails, gives no credential, takes too long, or must ask a user who is not there. */
export async function runPlugin(exec: ExecEntry, options: PluginOptions): Promise<PluginCredential> {
  const { command, apiVersion = '' } = exec;
  if (!command) {
    throw new KubevetError('kubeconfig', 'the credential plugin of the kubeconfig has no command', {
      hint: 'Add exec.command to the user in the kubeconfig.',
    });
  }
  if (!VERSIONS.includes(apiVersion)) {
    throw new KubevetError(
      'kubeconfig',
      `the credential plugin ${plainText(command)} speaks "${plainText(apiVersion)}", which is not known`,
      { hint: `Known are ${VERSIONS.join(' and ')}.` },
    );
  }
  if (exec.interactiveMode === 'Always' && !options.inputIsTerminal) {
    throw failed(
      `the credential plugin ${plainText(command)} must ask a user, but standard input is no terminal`,
      'Run kubevet on a terminal, or use credentials that need nobody.',
    );
  }
  const interactive = options.inputIsTerminal && exec.interactiveMode !== 'Never';
  const output = await run(command, exec, interactive, options);
  return readCredential(output, command, apiVersion);
}

function run(command: string, exec: ExecEntry, interactive: boolean, options: PluginOptions): Promise<string> {
  const child = spawn(command, [...(exec.args ?? [])], {
    env: environment(exec, interactive, options),
    stdio: [interactive ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return new Promise((resolve, reject) => {
    const output = { text: '', errors: '' };
    const timer = setTimeout(() => {
      stop(child);
      reject(
        failed(
          `the credential plugin ${plainText(command)} did not answer within ${options.timeout / 1000} seconds`,
          said(output.errors),
        ),
      );
    }, options.timeout);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output.text += text;
      if (output.text.length > LONGEST_OUTPUT) stop(child);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output.errors = (output.errors + text).slice(-2000);
      options.onOutput?.(text);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      stop(child);
      const why = error.code === 'ENOENT' ? 'was not found' : `could not be started (${error.code})`;
      reject(
        failed(
          `the credential plugin ${plainText(command)} ${why}`,
          plainText(exec.installHint ?? 'Check exec.command of the user in the kubeconfig, and PATH.'),
        ),
      );
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(output.text);
      else
        reject(
          failed(
            `the credential plugin ${plainText(command)} failed with ${signal ?? `exit code ${code}`}`,
            said(output.errors),
          ),
        );
    });
  });
}

/** Ends the plugin and lets go of its output, which a process that it started may hold open. */
function stop(child: ChildProcess): void {
  child.kill('SIGKILL');
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function said(errors: string): string {
  const last = errors.trim().split('\n').slice(-3).join(' ');
  return last === '' ? 'It wrote nothing to standard error; run it by hand to see why.' : `It said: ${plainText(last)}`;
}

function environment(exec: ExecEntry, interactive: boolean, { env, cluster }: PluginOptions): NodeJS.ProcessEnv {
  const given = Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value]));
  const authority = cluster['certificate-authority-data'];
  const info = {
    kind: 'ExecCredential',
    apiVersion: exec.apiVersion,
    spec: {
      interactive,
      ...(exec.provideClusterInfo
        ? {
            cluster: {
              server: cluster.server,
              ...(authority === undefined ? {} : { 'certificate-authority-data': authority }),
              ...(cluster['tls-server-name'] === undefined ? {} : { 'tls-server-name': cluster['tls-server-name'] }),
              ...(cluster['insecure-skip-tls-verify'] ? { 'insecure-skip-tls-verify': true } : {}),
            },
          }
        : {}),
    },
  };
  return { ...env, ...given, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
}

interface CredentialDocument {
  readonly kind?: unknown;
  readonly apiVersion?: unknown;
  readonly status?: Readonly<Record<string, unknown>> | null;
}

function readCredential(output: string, command: string, apiVersion: string): PluginCredential {
  const document = parse(output);
  if (document?.kind !== 'ExecCredential' || document.apiVersion !== apiVersion) {
    throw failed(
      `the credential plugin ${plainText(command)} did not answer with an ExecCredential of ${apiVersion}`,
      'Run it by hand to see what it prints; exec.apiVersion in the kubeconfig must be what it speaks.',
    );
  }
  const text = (field: string): string | undefined => {
    const value = document.status?.[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [token, certificate, key] = [text('token'), text('clientCertificateData'), text('clientKeyData')];
  if (token === undefined && (certificate === undefined || key === undefined)) {
    throw failed(
      `the credential plugin ${plainText(command)} gave neither a token nor a certificate with its key`,
      'Log in with it again.',
    );
  }
  return {
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined || key === undefined ? {} : { certificate, key }),
  };
}

function parse(output: string): CredentialDocument | undefined {
  try {
    return JSON.parse(output) as CredentialDocument;
  } catch {
    return undefined;
  }
}
