import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A proxy on 127.0.0.1 that finds every name there. */
export interface Proxy {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** What was asked for, `HOST:PORT`, in order. */
  readonly tunnels: readonly string[];
  /** Connections to it that are open now. */
  connections(): number;
  close(): Promise<void>;
}

/** An HTTP proxy for CONNECT. With a login (`user:password`) it wants that; with a status it opens no tunnel. */
export async function httpProxy({
  login,
  status,
}: {
  readonly login?: string;
  readonly status?: number;
} = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  const wanted = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  server.on('connect', ({ url = '', headers }, socket: Socket, head) => {
    const refusal = wanted === undefined || headers['proxy-authorization'] === wanted ? status : 407;
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
    tunnels.push(url);
    join(socket, portOf(url), (upstream) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
    });
  });
  return listen(server, tunnels);
}

/** A SOCKS5 proxy (RFC 1928) without a login; refusing ones answer that the host cannot be reached. */
export async function socksProxy({ refuses = false } = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const server = createTcpServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (asked) => {
        const target = socksTarget(asked);
        if (refuses) return void socket.end(Buffer.from([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]));
        tunnels.push(target);
        join(socket, portOf(target), () => socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])));
      });
    });
  });
  return listen(server, tunnels);
}

/** Takes connections and never says anything. */
export const silentServer = (): Promise<Proxy> =>
  listen(
    createTcpServer((socket) => void socket.resume()),
    [],
  );

/** Takes no further connection: its queue is full, and nobody empties it. */
export async function fullServer(): Promise<{ readonly host: string; close(): Promise<unknown> }> {
  const script = `
    const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      require('node:worker_threads').parentPort.postMessage(server.address().port);
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    });`;
  const worker = new Worker(script, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  const queued = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    host: `127.0.0.1:${port}`,
    close: () => {
      for (const socket of queued) socket.destroy();
      return worker.terminate();
    },
  };
}

function socksTarget(asked: Buffer): string {
  const named = asked[3] === 3;
  const address = named ? asked.subarray(5, asked.length - 2).toString() : asked.subarray(4, 8).join('.');
  return `${address}:${asked.readUInt16BE(asked.length - 2)}`;
}

const portOf = (target: string): number => Number(target.slice(target.lastIndexOf(':') + 1));

function join(socket: Socket, port: number, connected: (upstream: Socket) => void): void {
  const upstream = connect(port, '127.0.0.1', () => {
    connected(upstream);
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
  upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
}

async function listen(server: Server, tunnels: readonly string[]): Promise<Proxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    connections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
