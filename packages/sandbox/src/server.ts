import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiSandbox } from './service/api-sandbox.ts';
import type { Exchange } from './http/answer.ts';

export interface ListenOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`, this machine only. */
  readonly host?: string;
  /** Asked before the API: pages that are served on the same port, such as `dashboard(sandbox)`. Default: none. */
  readonly pages?: Pages;
}

/** What else is served on the port of a sandbox. */
export interface Pages {
  /** Whether it answers this request itself; the API gets the others. */
  serve(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
}

export interface SandboxServer {
  /** Origin without a path: `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Breaks every connection, hanging ones too, and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over real HTTP. A reset destroys the socket, a truncated answer promises more bytes than come, a hang
 * keeps the connection open silently; a refused connection is a reset before the work.
 *
 * @throws the error of `node:http` where the port cannot be used (`EADDRINUSE`).
 *
 * @example
 * const server = await listen(createSandbox(), { port: 4010 });
 * // SEQUENZY_API_URL=http://127.0.0.1:4010
 * await server.close();
 */
export async function listen(
  sandbox: Pick<ApiSandbox, 'exchange'>,
  { port = 0, host = '127.0.0.1', pages }: ListenOptions = {},
): Promise<SandboxServer> {
  const server = createServer((incoming, outgoing) => {
    if (pages?.serve(incoming, outgoing) === true) return;
    serve(sandbox, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function serve(
  sandbox: Pick<ApiSandbox, 'exchange'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    gone.abort();
  });
  const request = await toRequest(incoming, gone.signal);
  write(await sandbox.exchange(request), incoming, outgoing);
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer); // no encoding is set, so chunks are buffers
  const method = incoming.method ?? 'GET';
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new Request(new URL(incoming.url ?? '/', 'http://sandbox.invalid'), {
    method,
    headers,
    signal,
    body: method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks),
  });
}

function write(exchange: Exchange, { socket }: IncomingMessage, outgoing: ServerResponse): void {
  switch (exchange.kind) {
    case 'answered':
      begin(exchange.answer, outgoing);
      outgoing.end(exchange.answer.body);
      return;
    case 'truncated':
      begin(exchange.answer, outgoing);
      outgoing.write(Buffer.from(exchange.answer.body).subarray(0, exchange.bytes), () =>
        socket.destroy(),
      );
      return;
    case 'reset':
    case 'refused':
      socket.resetAndDestroy();
      return;
    case 'hang':
      return;
  }
}

function begin(
  {
    status,
    headers,
    body,
  }: { status: number; headers: Readonly<Record<string, string>>; body: string },
  outgoing: ServerResponse,
): void {
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
}
