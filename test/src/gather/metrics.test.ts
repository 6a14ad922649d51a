import { afterEach, describe, expect, test } from '@jest/globals';
import { type ApiServer, startApiServer } from '../../../src/demo/api-server.ts';
import type { Behaviour } from '../../../src/demo/behaviour.ts';
import { forbidden } from '../../../src/demo/status.ts';
import { gather } from '../../../src/gather/gather.ts';
import { parseSeries } from '../../../src/gather/metrics.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import { parseSnapshot, serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import type { ApiReader, LineSink } from '../../../src/kube/reader.ts';
import type { Gathered, MetricSeries } from '../../../src/model/resources.ts';
import { commandLab } from '../../support/command.ts';
import * as build from '../../support/objects.ts';
import { recording } from './readers.ts';

const OPTIONS = { concurrency: 4, takenAt: '2026-11-24T00:00:00Z', tool: 'test' };
const START = 'process_start_time_seconds';

const gathered = async (reader: ApiReader): Promise<Gathered<readonly MetricSeries[]> | undefined> =>
  (await gather(reader, ['metrics'], OPTIONS)).resources.metrics;

/** What is gathered where /metrics says these lines. */
const of = (...lines: readonly string[]) => gathered(objectReader([build.metrics(lines)], { complete: true }));

/** The kept series beside the two that are always there. */
async function kept(...lines: readonly string[]) {
  const metrics = await of(...lines);
  if (metrics?.state !== 'whole') throw new Error(JSON.stringify(metrics));
  return metrics.value.filter(({ name }) => name !== START && name !== 'disabled_metrics_total');
}

describe('of /metrics', () => {
  test('only series of the allow-list are kept', async () => {
    const lines = [
      'apiserver_request_total{code="200"} 7',
      'apiserver_audit_event_total 12',
      'apiserver_audit_event 1',
    ];
    expect(await kept(...lines)).toEqual([{ name: 'apiserver_audit_event_total', labels: {}, value: 12 }]);
  });

  test('only allow-listed labels are kept, and what differs in others is one', async () => {
    const line = (path: string) => `apiserver_audit_error_total{path="${path}",plugin="log"} 2`;
    expect(await kept(line('/a'), line('/b'))).toEqual([
      { name: 'apiserver_audit_error_total', labels: { plugin: 'log' }, value: 4 },
    ]);
  });

  test('names of encryption keys are not kept', async () => {
    const line = (prefix: string) =>
      `apiserver_storage_transformation_operations_total{resource="secrets",status="OK",transformation_type="to_storage",transformer_prefix="${prefix}"} 1`;
    const found = await kept(...['key-of-2024:', 'k8s:enc:aescbc:v1:', '', 'identity', 'unknown'].map(line));
    expect(found.map(({ labels }) => labels['transformer_prefix'])).toEqual([
      'k8s:enc:aescbc:v1:',
      '',
      'identity',
      'unknown',
    ]);
  });

  test('escapes in labels, other numbers and times are read', () => {
    const labels = (text: string) => parseSeries(`apiserver_audit_error_total{plugin="${text}"} 1`);
    const wanted = (plugin: string) => ({ name: 'apiserver_audit_error_total', labels: { plugin }, value: 1 });
    expect(labels('a\\"b\\\\n\\nc')).toEqual(wanted('a"b\\n\nc'));
    expect(labels('a} 5,b="')).toBeUndefined();
    expect(labels('} 5 ,{x=1}')).toEqual(wanted('} 5 ,{x=1}'));
    expect(labels('\u001b[31m')).toEqual(wanted('\u001b[31m'));
    expect(parseSeries('apiserver_audit_event_total 1.5e+03 1700000000000')).toMatchObject({ value: 1500 });
    for (const number of ['NaN', '+Inf', '', 'x'])
      expect(parseSeries(`apiserver_audit_event_total ${number}`)).toBeUndefined();
  });

  test('a series that cannot be read leaves the others, and is said to be missing', async () => {
    expect(await of('apiserver_audit_error_total{plugin=log} 1', 'apiserver_audit_event_total 1')).toMatchObject({
      state: 'partial',
      missing: ['a series of apiserver_audit_error_total that cannot be read'],
    });
  });

  test('a cluster that makes up series without end is listened to for so long', async () => {
    const lines = Array.from({ length: 6_000 }, (_, index) => `apiserver_audit_error_total{plugin="${index}"} 1`);
    const metrics = await of(...lines);
    expect(metrics).toMatchObject({ state: 'partial', missing: ['series after the first 5000'] });
  });

  test('a page of something else is no metrics', async () => {
    const page = { kind: 'Metrics', text: '<html>\nLogin\n</html>\n' };
    expect(await gathered(objectReader([page], { complete: true }))).toMatchObject({
      state: 'failed',
      failure: { code: 'malformed' },
    });
  });

  test('a large cluster has 12 MB of them, of which hardly anything is held', async () => {
    const block = Buffer.from(
      Array.from(
        { length: 500 },
        (_, index) =>
          `apiserver_request_duration_seconds_bucket{component="apiserver",group="",le="${index}",resource="pods",verb="LIST"} ${index}\n`,
      ).join(''),
    );
    let held = 0;
    let chunks = 0;
    const lines = async (_path: string, sink: LineSink) => {
      sink.restart();
      const send = (chunk: Buffer) => {
        chunks += 1;
        for (let from = 0, end = chunk.indexOf(10); end !== -1; from = end + 1, end = chunk.indexOf(10, from))
          sink.line(chunk, from, end);
      };
      send(Buffer.from(`${START} 1.7e+09\n`));
      const before = process.memoryUsage().heapUsed;
      for (let size = 0; size < 12 << 20; size += block.length) {
        const chunk = Buffer.from(block);
        send(chunk);
        held = Math.max(held, process.memoryUsage().heapUsed - before);
      }
      return undefined;
    };
    const reader: ApiReader = { ...objectReader([], { complete: true }), lines };
    expect(await gathered(reader)).toEqual({ state: 'whole', value: [{ name: START, labels: {}, value: 1.7e9 }] });
    expect(chunks).toBeGreaterThan(180);
    // Garbage of short-lived names included: a text of 12 MB as a string alone would take more.
    expect(held).toBeLessThan(48 << 20);
  });
});

describe('over the network', () => {
  const lab = commandLab();
  let server: ApiServer | undefined;
  afterEach(async () => {
    await lab.close();
    await server?.close();
  });

  async function from(behaviour: Behaviour) {
    server = await startApiServer({ recording, behaviours: { '/metrics': behaviour } });
    return gathered(await lab.connect(server.kubeconfig()));
  }

  test('they are read as text', async () => {
    const metrics = await from({ does: 'answer' });
    expect(metrics?.state).toBe('whole');
    const asked = server?.requests.filter(({ path }) => path === '/metrics') ?? [];
    expect(asked.map(({ headers }) => headers['accept'])).toEqual(['text/plain']);
  });

  test('a refusal, and an answer that is cut off each time, leave none', async () => {
    const refused = forbidden('someone', { verb: 'get', path: '/metrics' });
    expect(await from({ does: 'refuse', status: refused })).toMatchObject({ failure: { code: 'forbidden' } });
    await server?.close();
    expect(await from({ does: 'cut', after: 2_000 })).toMatchObject({ failure: { code: 'unreachable' } });
  });
});

test('they are saved and read again', async () => {
  const snapshot = await gather(
    objectReader([build.metrics(['apiserver_audit_error_total{plugin="a\\"b"} 2'])], { complete: true }),
    ['metrics'],
    OPTIONS,
  );
  expect(parseSnapshot(serializeSnapshot(snapshot), 'file').resources.metrics).toEqual(snapshot.resources.metrics);
  const wrong = serializeSnapshot(snapshot).replace('"value": 2', '"value": "2"');
  expect(() => parseSnapshot(wrong, 'file')).toThrow(/no number/);
});

test('what is withheld is not asked for, and the snapshot says so', async () => {
  const reader: ApiReader = {
    ...objectReader([], { complete: true }),
    lines: () => {
      throw new Error('asked');
    },
  };
  const detail = 'not gathered (--no-metrics)';
  const { resources } = await gather(reader, ['metrics'], { ...OPTIONS, withheld: { metrics: detail } });
  expect(resources.metrics).toEqual({ state: 'failed', failure: { code: 'not-gathered', detail } });
});
