import { request } from 'node:https';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../../src/demo/api-server.ts';
import { splitProtobufList } from '../../../src/demo/protobuf-list.ts';
import { demoRecording } from '../../../src/demo/recording.ts';
import { EXPIRED, TOO_MANY_REQUESTS } from '../../../src/demo/status.ts';

const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const METADATA = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

const recording = await demoRecording();
let server: ApiServer;
afterEach(() => server.close());

async function start(options: Partial<ApiServerOptions> = {}): Promise<void> {
  server = await startApiServer({ recording, ...options });
}

interface Got {
  readonly code: number | undefined;
  readonly type: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  readonly json: () => ReturnType<typeof JSON.parse>;
}

/** Sends one request, with the client certificate unless told otherwise. */
function send(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  options: { readonly certificate?: boolean; readonly post?: object } = {},
): Promise<Got> {
  const { authority, client } = server.certificates;
  const credential = options.certificate === false ? {} : { cert: client.certificate, key: client.key };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${server.url}${path}`,
      { ca: authority, ...credential, method: options.post ? 'POST' : 'GET', headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          resolve({
            code: response.statusCode,
            type: response.headers['content-type'],
            headers: response.headers,
            body,
            json: () => JSON.parse(body.toString()),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.post && JSON.stringify(options.post));
  });
}

describe('authentication', () => {
  test('a client certificate and a token both are the admin', async () => {
    await start();
    const post = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    const byCertificate = (await send(path, {}, { post })).json();
    const byToken = (
      await send(path, { authorization: `Bearer ${server.token}` }, { post, certificate: false })
    ).json();
    expect(byCertificate.status.userInfo).toEqual({
      username: 'kubernetes-admin',
      groups: ['kubeadm:cluster-admins', 'system:authenticated'],
    });
    expect(byToken.status).toEqual(byCertificate.status);
    expect(server.requests.map(({ credential }) => credential)).toEqual(['certificate', 'token']);
    expect(JSON.stringify(server.requests)).not.toContain(server.token);
  });

  test('a wrong token is unauthorized even where anonymous requests are not', async () => {
    await start();
    const got = await send('/version', { authorization: 'Bearer wrong' });
    expect(got.code).toBe(401);
    expect(got.json()).toMatchObject({ kind: 'Status', reason: 'Unauthorized', code: 401 });
  });

  test('a certificate of another authority is unauthorized', async () => {
    const other = await startApiServer({ recording });
    await other.close();
    await start();
    server = { ...server, certificates: { ...server.certificates, client: other.certificates.client } };
    expect((await send('/version')).code).toBe(401);
  });

  test('anonymous requests get version and health, and a refusal of the rest', async () => {
    await start();
    expect((await send('/version', {}, { certificate: false })).json().gitVersion).toBe('v1.37.2');
    expect((await send('/livez', {}, { certificate: false })).body.toString()).toBe('ok');
    const refused = (await send('/api/v1/pods', {}, { certificate: false })).json();
    expect(refused).toMatchObject({
      code: 403,
      message:
        'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
    });
    expect((await send('/api', {}, { certificate: false })).json().message).toBe(
      'forbidden: User "system:anonymous" cannot get path "/api"',
    );
  });

  test('without anonymous access even the version is unauthorized', async () => {
    await start({ anonymous: false });
    expect((await send('/version', {}, { certificate: false })).code).toBe(401);
  });
});

describe('content', () => {
  test('protobuf replies are the recorded bytes', async () => {
    await start();
    for (const [path, bytes] of recording.protobuf) {
      const got = await send(path, { accept: `${PROTOBUF}, application/json` });
      expect(got.type).toBe(PROTOBUF);
      expect(got.body.equals(bytes)).toBe(true);
    }
  });

  test('pages follow continue tokens and hold the recorded items once', async () => {
    await start();
    const path = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
    const names: string[] = [];
    let query = '?limit=30';
    do {
      const { metadata, items } = (await send(`${path}${query}`)).json();
      names.push(...items.map((item: { metadata: { name: string } }) => item.metadata.name));
      query = metadata.continue === undefined ? '' : `?limit=30&continue=${metadata.continue}`;
    } while (query !== '');
    const recorded = recording.json.get(path) as { items: { metadata: { name: string } }[] };
    expect(names).toEqual(recorded.items.map(({ metadata }) => metadata.name));
    expect(server.requests.length).toBe(Math.ceil(names.length / 30));
  });

  test('protobuf pages hold the same bytes per item', async () => {
    await start();
    const first = await send('/api/v1/pods?limit=3', { accept: PROTOBUF });
    const items = splitProtobufList(first.body).items;
    const recorded = splitProtobufList(recording.protobuf.get('/api/v1/pods') as Buffer).items;
    expect(items.map((item, index) => item.equals(recorded[index] as Buffer))).toEqual([true, true, true]);
  });

  test('a list with added objects is whole, in order and JSON', async () => {
    const pod = { metadata: { name: 'added', namespace: 'default' }, spec: {} };
    await start({ additions: { '/api/v1/pods': [pod] } });
    const got = await send('/api/v1/pods', { accept: `${PROTOBUF}, application/json` });
    expect(got.type).toBe('application/json');
    expect(got.json().items[0]).toEqual(pod);
    expect(got.json().items).toHaveLength(9);
    expect((await send('/api/v1/namespaces/default/pods/added')).json()).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      ...pod,
    });
  });

  test('kinds without objects are empty, unknown ones are not found', async () => {
    await start();
    expect((await send('/apis/batch/v1/cronjobs')).json()).toMatchObject({
      kind: 'CronJobList',
      apiVersion: 'batch/v1',
      items: [],
    });
    expect((await send('/apis/batch/v1/cronjobs', { accept: PROTOBUF })).type).toBe(PROTOBUF);
    expect((await send('/apis/velero.io/v1/schedules')).code).toBe(404);
    expect((await send('/api/v1/namespaces/kube-system/configmaps/none')).json().message).toBe(
      'configmaps "none" not found',
    );
  });

  test('secrets are metadata and nothing else', async () => {
    await start();
    const got = await send('/api/v1/secrets', { accept: METADATA });
    expect(got.json()).toMatchObject({ kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' });
    expect(got.json().items).toHaveLength(2);
    expect((await send('/api/v1/secrets', { accept: 'application/json' })).code).toBe(406);
  });

  test('flagz is structured only for who asks for its version', async () => {
    await start();
    const wanted = (version: string) => ({ accept: `application/json;v=${version};g=config.k8s.io;as=Flagz` });
    expect((await send('/flagz', wanted('v1beta1'))).json().kind).toBe('Flagz');
    expect((await send('/flagz', wanted('v1'))).code).toBe(406);
    expect((await send('/flagz', { accept: 'application/json' })).code).toBe(406);
    expect(
      (await send('/statusz', { accept: 'application/json;as=Statusz;g=config.k8s.io;v=v1beta1' })).json()
        .binaryVersion,
    ).toBe('1.37.2');
  });
});

describe('authorization and reviews', () => {
  const may = ({ resource, namespace }: { readonly resource?: string; readonly namespace?: string }) =>
    resource === 'pods' && namespace === 'default';

  test('what the identity may not do is forbidden, and its reviews say so', async () => {
    await start({ may });
    expect((await send('/api/v1/pods')).code).toBe(403);
    expect((await send('/api/v1/namespaces/default/pods')).code).toBe(200);
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const review = (resourceAttributes: object) =>
      send(path, {}, { post: { kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } } });
    expect((await review({ verb: 'list', resource: 'pods' })).json().status).toEqual({ allowed: false });
    expect((await review({ verb: 'list', resource: 'pods', namespace: 'default' })).json().status).toEqual({
      allowed: true,
    });
    const rules = await send(
      '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
      {},
      { post: { kind: 'SelfSubjectRulesReview', spec: { namespace: 'default' } } },
    );
    expect(rules.json().status.incomplete).toBe(true);
  });

  test('other verbs are not allowed', async () => {
    await start();
    expect((await send('/version', {}, { post: {} })).code).toBe(405);
    expect(
      (await send('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {}, { post: { kind: 'Pod' } })).code,
    ).toBe(415);
  });

  test('an impersonated identity replaces the own one', async () => {
    await start();
    const post = { kind: 'SelfSubjectReview' };
    const got = await send(
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      { 'impersonate-user': 'jane', 'impersonate-group': 'devs' },
      { post },
    );
    expect(got.json().status.userInfo).toEqual({ username: 'jane', groups: ['devs', 'system:authenticated'] });
  });
});

describe('behaviours', () => {
  test('come one after another, then genuine answers', async () => {
    await start({
      behaviours: {
        '/version': [
          { does: 'refuse', status: { ...TOO_MANY_REQUESTS, retryAfterSeconds: 1 } },
          { does: 'refuse', status: EXPIRED },
        ],
      },
    });
    const first = await send('/version');
    expect([first.code, first.headers['retry-after']]).toEqual([429, '1']);
    expect((await send('/version')).json().reason).toBe('Expired');
    expect((await send('/version')).code).toBe(200);
  });

  test('a cut reply ends in an error, a dawdling one is whole', async () => {
    await start({
      behaviours: {
        '/version': { does: 'cut', after: 10 },
        '/api': { does: 'cut' },
        '/apis': { does: 'dawdle', milliseconds: 5 },
      },
    });
    await expect(send('/version')).rejects.toThrow();
    await expect(send('/api')).rejects.toThrow('socket hang up');
    expect((await send('/apis')).json().kind).toBe('APIGroupList');
  });

  test('an altered reply is sent as it is, a big one compressed for who accepts that', async () => {
    await start({
      behaviours: {
        '/api': {
          does: 'alter',
          alter: () => ({ code: 200, contentType: 'text/html', body: Buffer.alloc(200_000, 'x') }),
        },
      },
    });
    const got = await send('/api', { 'accept-encoding': 'gzip' });
    expect([got.type, got.headers['content-encoding']]).toEqual(['text/html', 'gzip']);
    expect(got.body.length).toBeLessThan(2000);
  });
});
