import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { type ApiServer, startApiServer } from '../../../src/demo/api-server.ts';
import type { Behaviour } from '../../../src/demo/behaviour.ts';
import type { Reply } from '../../../src/demo/content.ts';
import { demoRecording } from '../../../src/demo/recording.ts';
import { forbidden } from '../../../src/demo/status.ts';
import { readLines } from '../../../src/kube/lines.ts';
import { transportTo } from '../../support/transport.ts';

let server: ApiServer;
afterEach(() => server.close());

const text = (body: string | Buffer, headers: Reply['headers'] = {}): Behaviour => ({
  does: 'alter',
  alter: () => ({ code: 200, contentType: 'text/plain', body: Buffer.from(body), headers }),
});

/** Reads /metrics of a server that behaves so; the lines that came since it last began anew. */
async function read(behaviours: Behaviour | readonly Behaviour[], signal?: AbortSignal) {
  server = await startApiServer({ recording: await demoRecording(), behaviours: { '/metrics': behaviours } });
  const transport = transportTo(server);
  let lines: string[] = [];
  let restarts = 0;
  const outgoing = { method: 'GET', target: '/metrics', accept: 'text/plain', gzip: true } as const;
  const failure = await readLines(
    transport,
    '127.0.0.1',
    { ...outgoing, ...(signal === undefined ? {} : { signal }) },
    {
      restart: () => {
        lines = [];
        restarts += 1;
      },
      line: (buffer, from, to) => lines.push(buffer.toString('utf8', from, to)),
    },
  );
  transport.close();
  return { failure, lines, restarts };
}

/** Longer than what arrives at once, with a character of several bytes on every border that there may be. */
const LONG = Array.from({ length: 20_000 }, (_, index) => `${index} é€𝄞 ${'x'.repeat(index % 97)}`);

test('lines come whole, wherever the body is cut into pieces, packed or not', async () => {
  expect(await read(text(`${LONG.join('\n')}\n`))).toEqual({ failure: undefined, lines: LONG, restarts: 1 });
  expect(server.requests[0]?.headers['accept-encoding']).toBe('gzip');
});

test('a last line needs no end, and an empty text has none', async () => {
  expect(await read(text('a\n\nb'))).toEqual({ failure: undefined, lines: ['a', '', 'b'], restarts: 1 });
  await server.close();
  expect(await read(text(''))).toEqual({ failure: undefined, lines: [], restarts: 1 });
});

test('a text that is cut is read anew from its beginning', async () => {
  expect(await read([{ does: 'cut', after: 100 }, text('a\nb\n')])).toEqual({
    failure: undefined,
    lines: ['a', 'b'],
    restarts: 2,
  });
});

test('a text that is cut each time is not read', async () => {
  const { failure, restarts } = await read({ does: 'cut', after: 100 });
  expect(failure).toMatchObject({ code: 'unreachable', detail: expect.stringMatching(/cut/) });
  expect(restarts).toBe(4);
});

test('a refusal is told in the words of the server', async () => {
  const { failure } = await read({ does: 'refuse', status: forbidden('someone', { verb: 'get', path: '/metrics' }) });
  expect(failure).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('/metrics') });
});

test('a line without end is given up', async () => {
  const { failure } = await read(text('x'.repeat(300_000)));
  expect(failure).toEqual({ code: 'malformed', detail: 'the answer for /metrics has a line longer than 64 KiB' });
});

test('what is no gzip is not read as such, and half of one is taken for cut', async () => {
  const { failure } = await read(text('plain', { 'Content-Encoding': 'gzip' }));
  expect(failure).toMatchObject({ code: 'malformed', detail: expect.stringMatching(/compressed/) });
  await server.close();
  const half = gzipSync(LONG.join('\n')).subarray(0, 20_000);
  expect((await read(text(half, { 'Content-Encoding': 'gzip' }))).failure?.code).toBe('malformed');
});

test('the deadline ends it', async () => {
  const stop = new AbortController();
  const reading = read({ does: 'hang' }, stop.signal);
  setTimeout(() => stop.abort('the time passed'), 50);
  expect((await reading).failure).toEqual({ code: 'timed-out', detail: 'the time passed' });
});
