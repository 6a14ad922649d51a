import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../../src/demo/api-server.ts';
import type { Behaviour, Behaviours } from '../../../src/demo/behaviour.ts';
import { type Certificates, makeCertificates } from '../../../src/demo/certificates.ts';
import type { Reply } from '../../../src/demo/content.ts';
import { demoRecording, type Recording } from '../../../src/demo/recording.ts';
import { EXPIRED, TOO_MANY_REQUESTS } from '../../../src/demo/status.ts';
import { readList } from '../../../src/kube/list.ts';
import type { ListRequest, Schema } from '../../../src/kube/reader.ts';
import type { TransportOptions } from '../../../src/kube/transport.ts';
import { schemas } from '../../../src/shapes/generated.ts';
import { transportTo } from '../../support/transport.ts';
import { field, reply as protobufReply } from '../shapes/support/bytes.ts';

interface Named {
  readonly metadata: { readonly name: string };
}

const ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const PAGE = 10;
const ANSWER: Behaviour = { does: 'answer' };
const refuse = (status: {
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}): Behaviour => ({ does: 'refuse', status });
const alter = (change: Partial<Reply> | ((reply: Reply) => Partial<Reply>)): Behaviour => ({
  does: 'alter',
  alter: (reply) => ({ ...reply, ...(typeof change === 'function' ? change(reply) : change) }),
});

let recording: Recording;
let certificates: Certificates;
let server: ApiServer;
let names: string[];
beforeAll(async () => {
  recording = await demoRecording();
  certificates = await makeCertificates({ client: { user: 'kubernetes-admin', groups: [] } });
  names = (recording.json.get(ROLES) as { items: Named[] }).items.map(({ metadata }) => metadata.name);
});
afterEach(() => server.close());

/** Lists ClusterRoles in pages of ten. */
async function list(
  options: Partial<ApiServerOptions> = {},
  request: Partial<ListRequest<Named>> = {},
  transportOptions: Partial<TransportOptions> = {},
) {
  server = await startApiServer({ recording, certificates, ...options });
  const transport = transportTo(server, transportOptions);
  let got: string[] = [];
  let restarts = 0;
  const whole: ListRequest<Named> = {
    groupVersion: 'rbac.authorization.k8s.io/v1',
    resource: 'clusterroles',
    schema: schemas.ClusterRole as Schema<Named>,
    protobuf: true,
    ...request,
  };
  const sink = {
    restart: () => {
      got = [];
      restarts++;
    },
    item: ({ metadata }: Named) => void got.push(metadata.name),
  };
  const outcome = await readList(transport, 'server', whole, sink, PAGE);
  transport.close();
  return { got, restarts, outcome };
}

const at = (behaviour: Behaviours[string]): Partial<ApiServerOptions> => ({ behaviours: { [ROLES]: behaviour } });
const pages = () => Math.ceil(names.length / PAGE);

describe('a whole list', () => {
  test.each([
    ['protobuf', true],
    ['JSON', false],
  ])('gives every item once in order as %s, page by page', async (_, protobuf) => {
    const { got, restarts, outcome } = await list({}, { protobuf });
    expect(got).toEqual(names);
    expect([outcome, restarts]).toEqual([{ state: 'whole' }, 1]);
    expect(server.requests.map(({ query }) => query.split('&')[0])).toEqual(Array(pages()).fill(`?limit=${PAGE}`));
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  test('takes JSON where protobuf was asked for, by its content type', async () => {
    const added = { metadata: { name: 'zz-added' }, rules: [] };
    const { got } = await list({ additions: { [ROLES]: [added] } });
    expect(got).toEqual([...names, 'zz-added']);
    expect(server.requests[0]?.headers['accept']).toBe(`${PROTOBUF},application/json`);
  });

  test('metadata only asks for nothing else, in either encoding', async () => {
    const { got, outcome } = await list(
      {},
      {
        groupVersion: 'v1',
        resource: 'secrets',
        schema: schemas.PartialObjectMetadata as Schema<Named>,
        metadataOnly: true,
      },
    );
    expect(outcome.state).toBe('whole');
    expect(got).toHaveLength(2);
    const as = 'as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
    expect(server.requests[0]?.headers['accept']).toBe(`${PROTOBUF};${as},application/json;${as}`);
  });

  test('one namespace', async () => {
    const { got } = await list(
      {},
      { groupVersion: 'v1', resource: 'pods', schema: schemas.Pod as Schema<Named>, namespace: 'kube-system' },
    );
    expect(got).toHaveLength(8);
    expect(server.requests[0]?.path).toBe('/api/v1/namespaces/kube-system/pods');
  });
});

describe('a list that is disturbed', () => {
  test('begins anew after 410 in its middle', async () => {
    const { got, restarts, outcome } = await list(at([ANSWER, ANSWER, refuse(EXPIRED)]));
    expect(got).toEqual(names);
    expect([outcome.state, restarts]).toEqual(['whole', 2]);
  });

  test('is partial where it expires again and again', async () => {
    const expiring: Behaviour[] = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? ANSWER : refuse(EXPIRED)));
    const { got, outcome } = await list(at(expiring));
    expect(got).toEqual(names.slice(0, PAGE));
    expect(outcome).toMatchObject({
      state: 'partial',
      missing: `clusterroles after the first ${PAGE}`,
      failure: { code: 'incomplete' },
    });
  });

  test('waits for as long as 429 says, then goes on', async () => {
    const { got, restarts } = await list(
      at([
        ANSWER,
        refuse({ ...TOO_MANY_REQUESTS, retryAfterSeconds: 0 }),
        refuse({ ...TOO_MANY_REQUESTS, retryAfterSeconds: 0 }),
      ]),
    );
    expect(got).toEqual(names);
    expect(restarts).toBe(1);
    expect(server.requests).toHaveLength(pages() + 2);
  });

  test('gives up on a storm of 429 after a few tries', async () => {
    const storm = refuse({ ...TOO_MANY_REQUESTS, retryAfterSeconds: 0 });
    const { got, outcome } = await list(at([ANSWER, ...Array<Behaviour>(20).fill(storm)]));
    expect(got).toHaveLength(PAGE);
    expect(outcome).toMatchObject({
      state: 'partial',
      failure: { code: 'unreachable', detail: expect.stringContaining('429') },
    });
    expect(server.requests).toHaveLength(6);
  });

  test('does not wait for minutes', async () => {
    const { outcome } = await list(at(refuse({ ...TOO_MANY_REQUESTS, retryAfterSeconds: 3600 })));
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'unreachable' } });
    expect(server.requests).toHaveLength(1);
  });

  test('tries again after 500 and after a connection that was cut', async () => {
    const { got, restarts } = await list(
      at([refuse({ code: 500, reason: 'InternalError', message: 'etcd has no leader' }), { does: 'cut' }]),
    );
    expect([got, restarts]).toEqual([names, 1]);
  });

  test('begins anew after a body that was cut', async () => {
    const { got, outcome, restarts } = await list(at([ANSWER, { does: 'cut', after: 2_000 }]));
    expect(got).toEqual(names);
    expect([outcome.state, restarts]).toEqual(['whole', 2]);
  });

  test('gives each item once where the pages are slow but not too slow', async () => {
    const { got } = await list(at({ does: 'dawdle', milliseconds: 30 }), {}, { timeout: 1_000 });
    expect(got).toEqual(names);
  });

  test('is partial where a page hangs in its middle', async () => {
    const { got, outcome } = await list(at([ANSWER, { does: 'dawdle', milliseconds: 5_000 }]), {}, { timeout: 200 });
    expect(got.length).toBeGreaterThanOrEqual(PAGE);
    expect(outcome).toMatchObject({
      state: 'partial',
      failure: { code: 'timed-out', detail: expect.stringContaining('within 0.2 s') },
    });
  });

  test('is partial where the deadline passes, and says which', async () => {
    const signal = AbortSignal.abort('the time of --timeout 1s passed');
    expect((await list({}, { signal })).outcome).toEqual({
      state: 'failed',
      failure: { code: 'timed-out', detail: 'the time of --timeout 1s passed' },
    });
    await server.close();
    const stop = new AbortController();
    const listing = list(at([ANSWER, { does: 'hang' }]), { signal: stop.signal });
    while (server.requests.length !== 2) await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort('interrupted by SIGINT');
    const { got, outcome } = await listing;
    expect(got).toEqual(names.slice(0, PAGE));
    expect(outcome).toMatchObject({
      state: 'partial',
      failure: { code: 'timed-out', detail: 'interrupted by SIGINT' },
    });
  });

  test('ends where the server gives the same page for ever', async () => {
    const first = alter((reply) => ({
      body: Buffer.from(reply.body.toString().replace(/"continue":"[^"]*"/, '"continue":"same"')),
    }));
    const later = alter(() => ({
      code: 200,
      contentType: 'application/json',
      body: Buffer.from('{"kind":"ClusterRoleList","metadata":{"continue":"same"},"items":[]}'),
    }));
    const { outcome } = await list(at([first, ...Array<Behaviour>(50).fill(later)]), { protobuf: false });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'malformed' } });
    expect(server.requests.length).toBeLessThan(4);
  });
});

describe('a reply that is no list', () => {
  const body = (text: string) => Buffer.from(text);
  test.each([
    ['HTML', { contentType: 'text/html', body: body('<html>log in</html>') }, 'text/html'],
    ['without a type', { contentType: '', body: body('x') }, 'no type'],
    ['JSON that is cut', { contentType: 'application/json', body: body('{"kind":"Cluster') }, 'no JSON'],
    ['another JSON value', { contentType: 'application/json', body: body('7') }, 'no list'],
    [
      'another kind',
      { contentType: 'application/json', body: body('{"kind":"PodList","items":[]}') },
      'no ClusterRoleList',
    ],
    [
      'without items',
      { contentType: 'application/json', body: body('{"kind":"ClusterRoleList"}') },
      'no ClusterRoleList',
    ],
    [
      'an item of a wrong type',
      { contentType: 'application/json', body: body('{"kind":"ClusterRoleList","items":[{"metadata":7}]}') },
      '/metadata: expected an object',
    ],
    [
      'an item that is broken',
      { contentType: PROTOBUF, body: protobufReply('ClusterRoleList', field(2, field(1, body('\n\u0009')))) },
      'item 0: length 9 runs past the end',
    ],
    ['garbage as protobuf', { contentType: PROTOBUF, body: body('garbage') }, 'not Kubernetes protobuf'],
    ['JSON called protobuf', { contentType: PROTOBUF, body: body('{}') }, 'JSON'],
  ])('%s is malformed', async (_, reply, said) => {
    const { outcome } = await list(at(alter(reply)));
    expect(outcome).toMatchObject({
      state: 'failed',
      failure: { code: 'malformed', detail: expect.stringContaining(said) },
    });
  });

  test('protobuf that ends early inside a whole reply is malformed', async () => {
    const { outcome } = await list(at(alter(({ body: whole }) => ({ body: whole.subarray(0, whole.length - 100) }))));
    expect(outcome).toMatchObject({
      state: 'failed',
      failure: { code: 'malformed', detail: expect.stringContaining('ends early') },
    });
  });

  test.each([
    [403, 'Forbidden', 'forbidden'],
    [404, 'NotFound', 'not-served'],
    [406, 'NotAcceptable', 'not-served'],
    [401, 'Unauthorized', 'unauthenticated'],
    [400, 'BadRequest', 'malformed'],
  ])('%i is told as it is, and not tried again', async (code, reason, expected) => {
    const { outcome } = await list(at(refuse({ code, reason, message: 'because' })));
    expect(outcome).toMatchObject({
      state: 'failed',
      failure: { code: expected, detail: expect.stringContaining('because') },
    });
    expect(server.requests).toHaveLength(1);
  });
});
