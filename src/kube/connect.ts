import { KubevetError } from '../model/error.ts';
import type { ClusterIdentity } from '../model/resources.ts';
import { type Credential, type Impersonation, impersonationHeaders, openCredentials, pem } from './credentials.ts';
import { networkFailure, type RequestError } from './failure.ts';
import { type KubeconfigOptions, loadKubeconfig, type SelectedContext, selectContext } from './kubeconfig.ts';
import { readLines } from './lines.ts';
import { readList } from './list.ts';
import { plainText } from './plain-text.ts';
import { proxyFor } from './proxy.ts';
import type { Answer, ApiReader, SelfReview } from './reader.ts';
import { type Outgoing, openTransport, type Transport } from './transport.ts';

export interface ConnectOptions extends KubeconfigOptions {
  /** Instead of the current context. */
  readonly context?: string;
  readonly impersonate?: Impersonation;
  readonly inputIsTerminal: boolean;
  readonly userAgent: string;
  /** Milliseconds without a byte after which a request is given up. */
  readonly requestTimeout: number;
  /** What a credential plugin says, as it comes. */
  readonly onPluginOutput?: (text: string) => void;
}

/** A live API server. */
export interface Connection extends ApiReader {
  /** What the user should know of the connection itself. */
  readonly warnings: readonly string[];
}

const PLUGIN_TIMEOUT = 60_000;

/** Connects to the cluster that kubectl's rules choose, and makes sure that a Kubernetes API server answers. Throws a KubevetError. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const selected = selectContext(await loadKubeconfig(options), options.context);
  const { cluster, user } = selected;
  const server = new URL(cluster.server);
  const secure = server.protocol === 'https:';
  const verify = secure && cluster['insecure-skip-tls-verify'] !== true;
  const closing = new AbortController();
  const credentials = openCredentials(
    user,
    {
      signal: closing.signal,
      env: options.env,
      inputIsTerminal: options.inputIsTerminal,
      timeout: PLUGIN_TIMEOUT,
      cluster,
      ...(options.onPluginOutput === undefined ? {} : { onOutput: options.onPluginOutput }),
    },
    () => legacyCredential(selected),
  );
  const transport = openTransport({
    server,
    authority: await pem(cluster, 'certificate-authority'),
    serverName: cluster['tls-server-name'],
    verify,
    proxy: proxyFor(server, cluster['proxy-url'], options.env),
    credentials,
    headers: { 'User-Agent': options.userAgent, ...impersonationHeaders(user, options.impersonate) },
    timeout: options.requestTimeout,
  });
  try {
    await greet(transport, server);
  } catch (error) {
    transport.close();
    throw error;
  }
  const identity: ClusterIdentity = {
    context: selected.name,
    server: `${server.origin}${server.pathname}`.replace(/\/$/, ''),
    tlsVerified: verify,
  };
  return {
    ...makeReader(transport, server, identity),
    warnings: warningsOf(secure, verify, server),
    close: () => {
      closing.abort();
      transport.close();
    },
  };
}

/** Reads from a server that answered. */
function makeReader(transport: Transport, server: URL, identity: ClusterIdentity): Omit<ApiReader, 'close'> {
  const json = async (outgoing: Outgoing): Promise<Answer<unknown>> => {
    try {
      const { text, contentType } = await transport.text(outgoing);
      return parse(text, contentType, outgoing.target);
    } catch (error) {
      return { ok: false, failure: networkFailure(error, server.host).failure };
    }
  };
  return {
    identity,
    partial: false,
    get: (path, { accept = 'application/json', signal } = {}) =>
      json({ method: 'GET', target: path, accept, ...(signal === undefined ? {} : { signal }) }),
    lines: (path, sink, { signal } = {}) => {
      const outgoing = { method: 'GET', target: path, accept: 'text/plain', gzip: true } as const;
      return readLines(transport, server.host, { ...outgoing, ...(signal === undefined ? {} : { signal }) }, sink);
    },
    list: (request, sink) => readList(transport, server.host, request, sink),
    review: async (review, { signal } = {}) => {
      const { target, body } = reviewRequest(review);
      const answer = await json({
        method: 'POST',
        target,
        accept: 'application/json',
        body,
        ...(signal === undefined ? {} : { signal }),
      });
      return answer.ok ? { ok: true, value: (answer.value as { readonly status?: unknown }).status ?? {} } : answer;
    },
  };
}

function parse(text: string, contentType: string, target: string): Answer<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const detail = `the answer for ${target.split('?')[0]} is ${contentType.split(';')[0] || 'of no type'}, not JSON`;
    return { ok: false, failure: { code: 'malformed', detail } };
  }
}

/** Asks for the version: every API server answers it, or says why not. */
async function greet(transport: Transport, server: URL): Promise<void> {
  const where = server.origin;
  let answer: Answer<unknown>;
  try {
    const { text, contentType } = await transport.text({
      method: 'GET',
      target: '/version',
      accept: 'application/json',
    });
    answer = parse(text, contentType, '/version');
  } catch (error) {
    if (error instanceof KubevetError) throw error;
    const failure = networkFailure(error, server.host);
    if (failure.status === 403) return;
    throw unreachable(failure, where);
  }
  if (answer.ok && typeof (answer.value as { readonly gitVersion?: unknown } | null)?.gitVersion === 'string') return;
  throw new KubevetError('connection', `${where} answers, but is no Kubernetes API server`, {
    hint: answer.ok
      ? 'Its /version names no gitVersion; check the server in the kubeconfig.'
      : 'It may be a login page or a proxy; check the server in the kubeconfig.',
  });
}

function unreachable(failure: RequestError, where: string): KubevetError {
  if (failure.status === 401) {
    return new KubevetError('authentication', `${where} refuses the credentials of this context (401)`, {
      hint: 'Log in again, or renew the token or certificate in the kubeconfig; `kubectl auth whoami` shows the same.',
    });
  }
  const hint =
    'Check that the server in the kubeconfig is up and can be reached from here; `kubectl version` shows the same.';
  return new KubevetError('connection', failure.failure.detail, { hint: failure.hint ?? hint });
}

function warningsOf(secure: boolean, verify: boolean, server: URL): readonly string[] {
  if (!secure) return [`${server.origin} is not encrypted: whoever is on the way can read and change what is seen`];
  return verify
    ? []
    : ['the certificate of the server is not verified (insecure-skip-tls-verify): what is seen may not come from it'];
}

function reviewRequest(review: SelfReview): { readonly target: string; readonly body: string } {
  const [group, resource] =
    review.kind === 'SelfSubjectReview'
      ? ['authentication.k8s.io', 'selfsubjectreviews']
      : ['authorization.k8s.io', `${review.kind.toLowerCase()}s`];
  const body = { apiVersion: `${group}/v1`, kind: review.kind, spec: specOf(review) };
  return { target: `/apis/${group}/v1/${resource}`, body: JSON.stringify(body) };
}

function specOf(review: SelfReview): object | undefined {
  if (review.kind === 'SelfSubjectReview') return undefined;
  if (review.kind === 'SelfSubjectRulesReview') return { namespace: review.namespace };
  return review.path === undefined ? { resourceAttributes: review.resource } : { nonResourceAttributes: review.path };
}

/** Credentials of the old `auth-provider` form, as client-node reads them. */
async function legacyCredential({ name, cluster, user }: SelectedContext): Promise<Credential> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const kubeconfig = new KubeConfig();
  const entries = {
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  const failed = (cause?: unknown): KubevetError => {
    const provider = plainText(user['auth-provider']?.name ?? '');
    return new KubevetError('authentication', `the auth-provider "${provider}" of the kubeconfig gave no credentials`, {
      hint: 'Kubernetes removed most of them; use a credential plugin (exec).',
      cause,
    });
  };
  const request: { headers?: Record<string, string> } = {};
  try {
    kubeconfig.loadFromString(JSON.stringify({ ...entries, 'current-context': name }));
    await kubeconfig.applyToHTTPSOptions(request);
  } catch (cause) {
    throw failed(cause);
  }
  // A provider that client-node does not know is passed over, and the user would be nobody.
  if (request.headers?.['Authorization'] === undefined) throw failed();
  return { headers: request.headers };
}
