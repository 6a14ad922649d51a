import { createPrivateKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { type RequestOptions, request } from 'node:https';
import { join } from 'node:path';
import { type ConnectionOptions, connect, type SecureVersion } from 'node:tls';
import { askEtcd } from './bare-etcd.ts';
import { type Asker, ask, type KubeadmApiServer, make, makeNode, NODE } from './kubeadm-api-server.ts';

/** What is seen of a running server, without reading any of its settings. */
export type Probe = (server: KubeadmApiServer) => Promise<string | number | boolean>;

/** The status of a GET. */
export const status =
  (path: string, as: Asker): Probe =>
  async (server) =>
    (await ask(server, 'GET', path, { as })).status;

/** Somebody who is logged in and has no rights of his own. */
export const NOBODY: Asker = { user: 'somebody' };
export const KUBELET: Asker = { user: `system:node:${NODE}`, groups: ['system:nodes'] };

const NAMESPACES = '/api/v1/namespaces';

/** Makes a namespace with its ServiceAccount `default`. */
async function makeNamespace(server: KubeadmApiServer, name: string, labels: object = {}): Promise<string> {
  await make(server, NAMESPACES, { metadata: { name, labels } });
  await make(server, `${NAMESPACES}/${name}/serviceaccounts`, { metadata: { name: 'default' } });
  return `${NAMESPACES}/${name}`;
}

/** The minor that the server says it behaves as. */
export const emulatedMinor: Probe = async (server) =>
  JSON.parse((await ask(server, 'GET', '/version')).text).emulationMinor ?? 'none';

/** What the server makes of a pod, without keeping it. */
const tryPod = (server: KubeadmApiServer, namespace: string, container: object) =>
  ask(server, 'POST', `${namespace}/pods?dryRun=All`, {
    body: {
      metadata: { name: 'probe' },
      spec: { containers: [{ name: 'probe', image: 'registry.example/probe:1', ...container }] },
    },
  });

/** Status of a privileged pod where the namespace asks for none. */
export const privilegedPod: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'restricted', { 'pod-security.kubernetes.io/enforce': 'restricted' });
  return (await tryPod(server, namespace, { securityContext: { privileged: true } })).status;
};

/** Status of a privileged pod where the namespace says nothing. */
export const privilegedPodWithoutLabels: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'unlabelled');
  return (await tryPod(server, namespace, { securityContext: { privileged: true } })).status;
};

/** Status of an object for which a webhook is to be asked that does not answer; a new webhook counts after a moment. */
export const guardedObject: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'guarded');
  await make(server, '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations', {
    metadata: { name: 'probe' },
    webhooks: [
      {
        name: 'probe.kubevet.example',
        clientConfig: { url: 'https://127.0.0.1:1/' },
        rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
        objectSelector: { matchLabels: { probe: 'guarded' } },
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      },
    ],
  });
  const body = { metadata: { generateName: 'probe-', labels: { probe: 'guarded' } } };
  let answer = 0;
  for (let attempt = 0; attempt < 10 && answer !== 500; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    answer = (await ask(server, 'POST', `${namespace}/configmaps`, { body })).status;
  }
  return answer;
};

/** Status of a pod that wants more memory than its namespace allows. */
export const largePod: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'limited');
  const limits = [{ type: 'Container', max: { memory: '1Mi' } }];
  await make(server, `${namespace}/limitranges`, { metadata: { name: 'small' }, spec: { limits } });
  return (await tryPod(server, namespace, { resources: { limits: { memory: '1Gi' } } })).status;
};

/** Status of a pod whose ServiceAccount does not exist. */
export const podWithoutAccount: Probe = async (server) => {
  await make(server, NAMESPACES, { metadata: { name: 'accountless' } });
  return (await tryPod(server, `${NAMESPACES}/accountless`, {})).status;
};

/** How a pod's image is pulled that asks to be pulled only where it is missing. */
export const pullPolicy: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'pulls');
  const { text } = await tryPod(server, namespace, { imagePullPolicy: 'IfNotPresent' });
  return JSON.parse(text).spec.containers[0].imagePullPolicy;
};

/** Status of an object for a namespace that does not exist. */
export const objectInMissingNamespace: Probe = async (server) =>
  (await ask(server, 'POST', `${NAMESPACES}/missing/configmaps`, { body: { metadata: { name: 'probe' } } })).status;

/** Status of a kubelet's label on the Node of another. */
export const labelOnOtherNode: Probe = async (server) => {
  await makeNode(server, 'other', server.ground.kubelet);
  const body = { metadata: { labels: { 'kubevet/probe': 'true' } } };
  return (await ask(server, 'PATCH', '/api/v1/nodes/other', { as: KUBELET, body })).status;
};

/** Status of what RBAC lets everybody do who is logged in: ask for one's own rights. */
export const ownRights: Probe = async (server) => {
  const body = { spec: { resourceAttributes: { verb: 'get', resource: 'pods' } } };
  return (await ask(server, 'POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', { as: NOBODY, body }))
    .status;
};

/** The last status of a burst of events. */
export const burstOfEvents: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'busy');
  const involvedObject = { namespace: 'busy', kind: 'Pod', name: 'probe' };
  for (let count = 1; count < 10; count++) {
    const body = { metadata: { name: `event-${count}` }, involvedObject };
    const answer = await ask(server, 'POST', `${namespace}/events`, { body });
    if (answer.status !== 201) return answer.status;
  }
  return 201;
};

const auditFolder = ({ folder }: KubeadmApiServer): string => join(folder, 'audit');

/** Whether ./audit/audit.log tells of requests. */
export const auditLogWritten: Probe = async (server) => {
  const text = await readFile(join(auditFolder(server), 'audit.log'), 'utf8').catch(() => '');
  return text.includes('"kind":"Event"');
};

/** Whether of several full audit logs more than two are kept. */
export const keepsMoreThanTwoLogs: Probe = async (server) => {
  await fillAuditLogs(server);
  return (await readdir(auditFolder(server))).length - 1 > 2;
};

/** Whether an audit log that was full twenty days ago is kept. */
export const keepsOldLog: Probe = async (server) => {
  const twentyDaysAgo = new Date(Date.now() - 20 * 24 * 60 * 60 * 1000);
  const name = `audit-${twentyDaysAgo.toISOString().replaceAll(':', '-').replace('Z', '')}.log`;
  await writeFile(join(auditFolder(server), name), '');
  await fillAuditLogs(server);
  return (await readdir(auditFolder(server))).includes(name);
};

/** Whether an audit log of three megabytes is in several files. */
export const rotatesSoon: Probe = async (server) => {
  await fillAuditLogs(server);
  return (await readdir(auditFolder(server))).length > 1;
};

/** Fills several audit logs of a megabyte, and waits for those to go that are not kept. */
async function fillAuditLogs(server: KubeadmApiServer): Promise<void> {
  const uri = `/version?${'x'.repeat(250_000)}`;
  for (let count = 0; count < 12; count++) await ask(server, 'GET', uri);
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Hours that etcd keeps an event for, in whole ones. */
export const hoursOfEvents: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'eventful');
  const involvedObject = { namespace: 'eventful', kind: 'Pod', name: 'probe' };
  await make(server, `${namespace}/events`, { metadata: { name: 'probe' }, involvedObject });
  const key = Buffer.from(`${server.prefix}/events/eventful/probe`).toString('base64');
  const { kvs } = (await askEtcd(server.ground.etcd, 'range', { key })) as { kvs: readonly [{ lease: string }] };
  const lease = (await askEtcd(server.ground.etcd, 'timetolive', { ID: kvs[0].lease })) as {
    grantedTTL: string;
  };
  return Math.floor(Number(lease.grantedTTL) / 3600);
};

/** What a new Secret begins with in etcd. */
export const secretInEtcd: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'vault');
  await make(server, `${namespace}/secrets`, { metadata: { name: 'probe' }, stringData: { word: 'open sesame' } });
  const key = Buffer.from(`${server.prefix}/secrets/vault/probe`).toString('base64');
  const { kvs } = (await askEtcd(server.ground.etcd, 'range', { key })) as { kvs: readonly [{ value: string }] };
  const stored = Buffer.from(kvs[0].value, 'base64').toString('latin1');
  return stored.includes('open sesame') ? 'plain text' : stored.slice(0, 'k8s:enc:'.length);
};

/** Whether the etcd that the server uses speaks TLS. */
export const etcdSpeaksTls: Probe = async ({ flags, ground }) => {
  const [ca, cert, key] = await Promise.all(
    ['etcd/ca.crt', 'apiserver-etcd-client.crt', 'apiserver-etcd-client.key'].map((file) =>
      readFile(ground.files.pki(file)),
    ),
  );
  return shakeHands(flags['etcd-servers'] ?? '', { ca, cert, key, ALPNProtocols: ['h2'] });
};

/** Whether the etcd that the server uses answers somebody without a certificate. */
export const etcdAnswersAnybody: Probe = async ({ flags, ground }) => {
  const ca = await readFile(ground.files.pki('etcd/ca.crt'));
  return shakeHands(flags['etcd-servers'] ?? '', { ca, ALPNProtocols: ['h2'] });
};

/** As whom the server comes to a kubelet. */
export const nameAtKubelet: Probe = async (server) =>
  (await ask(server, 'GET', `/api/v1/nodes/${NODE}/proxy/name`)).text;

/** Status of a request to a kubelet whose certificate is of a strange CA. */
export const strangeKubelet: Probe = async (server) => {
  await makeNode(server, 'stranger', server.ground.strangeKubelet);
  return (await ask(server, 'GET', '/api/v1/nodes/stranger/proxy/name')).status;
};

/** Whether the server talks in a version of TLS. */
export const speaks =
  (version: SecureVersion): Probe =>
  async ({ url, authority }) => {
    // OpenSSL itself offers the old versions at security level 0 only.
    const ciphers = 'DEFAULT:@SECLEVEL=0';
    return shakeHands(url, { ca: authority, ciphers, minVersion: version, maxVersion: version });
  };

/** Whether the server talks TLS 1.2 in a cipher suite, by its name in OpenSSL. */
export const speaksSuite =
  (suite: string): Probe =>
  async ({ url, authority }) =>
    shakeHands(url, { ca: authority, ciphers: `${suite}:@SECLEVEL=0`, maxVersion: 'TLSv1.2' });

/** Whether an HTTP/2 connection is closed after a request that is not logged in. */
export const closesAnonymousConnections: Probe = async ({ url, authority }) => {
  const session = connectHttp2(url, { ca: authority });
  const closed = once(session, 'goaway').then(() => true);
  const stream = session.request({ ':path': '/livez' });
  stream.resume();
  await once(stream, 'end');
  const waited = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false));
  return Promise.race([closed, waited]).finally(() => session.destroy());
};

/** Whether the certificate that is served is one of the cluster's CA. */
export const servesCertificateOfCluster: Probe = async ({ url, ground }) =>
  shakeHands(url, { ca: await readFile(ground.files.pki('ca.crt')) });

/** Opens a TLS connection; waits a moment for a refusal that comes after the handshake, as those of client certificates do. */
function shakeHands(url: string, options: ConnectionOptions): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), ...options });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('secureConnect', () => setTimeout(end, 200, true));
    socket.once('error', () => end(false)).once('close', () => end(false));
  });
}

/** Status of a request with a token that stands in a Secret, once the Secret and its ServiceAccount are deleted. */
export const deletedSecretToken: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'leaver');
  const uid = JSON.parse((await ask(server, 'GET', `${namespace}/serviceaccounts/default`)).text).metadata.uid;
  const token = await legacyToken(server, { namespace: 'leaver', secret: 'gone', account: 'default', uid });
  await ask(server, 'DELETE', `${namespace}/serviceaccounts/default`);
  return (await ask(server, 'GET', '/version', { as: { token } })).status;
};

/** Status of a request with a token from the TokenRequest API, once its ServiceAccount is deleted. */
export const deletedAccountToken: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'bound');
  const request = { spec: { expirationSeconds: 600 } };
  const answer = await ask(server, 'POST', `${namespace}/serviceaccounts/default/token`, { body: request });
  const { token } = JSON.parse(answer.text).status;
  await ask(server, 'DELETE', `${namespace}/serviceaccounts/default`);
  return (await ask(server, 'GET', '/version', { as: { token } })).status;
};

/** Status of a Service that claims somebody else's address. */
export const serviceWithExternalIp: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'claims');
  const body = { metadata: { name: 'probe' }, spec: { ports: [{ port: 80 }], externalIPs: ['192.0.2.10'] } };
  return (await ask(server, 'POST', `${namespace}/services?dryRun=All`, { body })).status;
};

/** Status of a Service that takes the port of SSH on every node. A dry run would take none. */
export const privilegedNodePort: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'ports');
  const body = { metadata: { name: 'probe' }, spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 22 }] } };
  return (await ask(server, 'POST', `${namespace}/services`, { body })).status;
};

/** Whether the server tells which FlowSchema a request was given to. */
export const flowSchemasApply: Probe = async ({ url, authority }) =>
  (await headersOf(url, { ca: authority }))['x-kubernetes-pf-flowschema-uid'] !== undefined;

/** Whether the server lets scripts of pages of an origin read its answers. */
export const crossOriginAllowed =
  (origin: string): Probe =>
  async ({ url, authority }) =>
    (await headersOf(url, { ca: authority, headers: { Origin: origin } }))['access-control-allow-origin'] === origin;

/** Whether ./debug.sock gives profiles. */
export const debugSocketAnswers: Probe = async ({ folder }) => {
  const answer = get({ socketPath: join(folder, 'debug.sock'), path: '/debug/pprof/cmdline' });
  return (await once(answer, 'response').catch(() => [{ statusCode: 0 }]))[0].statusCode === 200;
};

const headersOf = async (url: string, options: RequestOptions): Promise<IncomingHttpHeaders> =>
  (await answerTo(new URL('/version', url), options)).headers;

async function answerTo(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const [response] = (await once(request(url, { ...options, agent: false }).end(), 'response')) as [IncomingMessage];
  return response.resume();
}

/** Status of a list of Secrets for a client without rights that says in a header that it is of system:masters. */
export const namesItselfInHeaders: Probe = async ({ url, authority, ground }) => {
  const [cert, key] = await Promise.all(
    ['crt', 'key'].map((end) => readFile(ground.files.pki(`apiserver-kubelet-client.${end}`))),
  );
  const headers = { 'X-Remote-User': 'mallory', 'X-Remote-Group': 'system:masters' };
  return (await answerTo(new URL('/api/v1/secrets', url), { ca: authority, cert, key, headers })).statusCode ?? 0;
};

/** Hours that a token lasts which is asked for with a year. */
export const lifetimeOfLongToken: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'patient');
  return lifetimeOf(await requestToken(server, namespace, { expirationSeconds: 365 * 24 * 3600 }));
};

/** Hours that a token lasts which is asked for as the kubelet does for a pod. */
export const lifetimeOfPodToken: Probe = async (server) => {
  const namespace = await makeNamespace(server, 'hourly');
  const spec = { containers: [{ name: 'probe', image: 'registry.example/probe:1' }] };
  await make(server, `${namespace}/pods`, { metadata: { name: 'probe' }, spec });
  const boundObjectRef = { apiVersion: 'v1', kind: 'Pod', name: 'probe' };
  return lifetimeOf(await requestToken(server, namespace, { expirationSeconds: 3607, boundObjectRef }));
};

async function requestToken(server: KubeadmApiServer, namespace: string, spec: object): Promise<string> {
  const { text } = await ask(server, 'POST', `${namespace}/serviceaccounts/default/token`, { body: { spec } });
  return JSON.parse(text).status.token;
}

function lifetimeOf(token: string): number {
  const { exp, iat } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return Math.round((exp - iat) / 3600);
}

/** Status of a request with a token of a ServiceAccount that somebody wrote who has the TLS key of the server. */
export const tokenOfTlsKey: Probe = async (server) => {
  const { ground } = server;
  const namespace = await makeNamespace(server, 'forged');
  const { uid } = JSON.parse((await ask(server, 'GET', `${namespace}/serviceaccounts/default`)).text).metadata;
  const issuer = server.flags['service-account-issuer'];
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: [issuer],
    iat: now,
    nbf: now,
    exp: now + 600,
    sub: 'system:serviceaccount:forged:default',
    'kubernetes.io': { namespace: 'forged', serviceaccount: { name: 'default', uid } },
  };
  const token = signed(claims, await readFile(ground.files.pki('apiserver.key'), 'utf8'));
  return (await ask(server, 'GET', '/version', { as: { token } })).status;
};

/** A token as the controller manager writes it into a Secret. */
async function legacyToken(
  { ground }: KubeadmApiServer,
  bound: { readonly namespace: string; readonly secret: string; readonly account: string; readonly uid: string },
): Promise<string> {
  const prefix = 'kubernetes.io/serviceaccount';
  const claims = {
    iss: 'kubernetes/serviceaccount',
    [`${prefix}/namespace`]: bound.namespace,
    [`${prefix}/secret.name`]: bound.secret,
    [`${prefix}/service-account.name`]: bound.account,
    [`${prefix}/service-account.uid`]: bound.uid,
    sub: `system:serviceaccount:${bound.namespace}:${bound.account}`,
  };
  return signed(claims, await readFile(ground.files.pki('sa.key'), 'utf8'));
}

function signed(claims: object, pem: string): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode(claims)}`;
  const key = createPrivateKey(pem);
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
