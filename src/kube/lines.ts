import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Uncertainty } from '../model/finding.ts';
import { networkFailure, RequestError } from './failure.ts';
import type { LineSink } from './reader.ts';
import { aborted, type Outgoing, type Transport } from './transport.ts';

/** How often a text is read anew when it was cut. */
const RESTARTS = 3;
const LONGEST_LINE = 64 * 1024;
const LARGEST_TEXT = 512 * 1024 * 1024;
const LINE_END = 0x0a;

/**
 * Reads a text line by line as it arrives and hands the lines over: only the one that is not yet whole is held. Never throws; gives what
 * kept it from the end.
 */
export async function readLines(
  transport: Transport,
  host: string,
  outgoing: Outgoing,
  sink: LineSink,
): Promise<Uncertainty | undefined> {
  for (let restart = 0; ; restart++) {
    sink.restart();
    try {
      await readOnce(transport, outgoing, sink);
      return undefined;
    } catch (error) {
      const failure = aborted(outgoing.signal) ?? asFailure(error, outgoing.target, host);
      if (!failure.passing || restart >= RESTARTS || outgoing.signal?.aborted) return failure.failure;
    }
  }
}

async function readOnce(transport: Transport, outgoing: Outgoing, sink: LineSink): Promise<void> {
  const response = await transport.open(outgoing);
  let rest: Buffer = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of unpacked(response)) {
    size += chunk.length;
    if (size > LARGEST_TEXT) throw malformed(`the answer for ${outgoing.target} is longer than 512 MiB`);
    const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = buffer.indexOf(LINE_END); end !== -1; end = buffer.indexOf(LINE_END, from)) {
      sink.line(buffer, from, end);
      from = end + 1;
    }
    rest = buffer.subarray(from);
    if (rest.length > LONGEST_LINE)
      throw malformed(`the answer for ${outgoing.target} has a line longer than ${LONGEST_LINE / 1024} KiB`);
  }
  if (!response.complete)
    throw new RequestError({ code: 'unreachable', detail: 'the connection was cut' }, { passing: true });
  if (rest.length > 0) sink.line(rest, 0, rest.length);
}

/** The body; an error of it ends the unpacking too. */
function unpacked(response: IncomingMessage): AsyncIterable<Buffer> {
  return response.headers['content-encoding'] === 'gzip' ? pipeline(response, createGunzip(), () => {}) : response;
}

function asFailure(error: unknown, target: string, host: string): RequestError {
  const { code } = error as NodeJS.ErrnoException;
  return code?.startsWith('Z_')
    ? malformed(`the answer for ${target} is compressed in a way that cannot be read`)
    : networkFailure(error, host);
}

const malformed = (detail: string): RequestError => new RequestError({ code: 'malformed', detail });
