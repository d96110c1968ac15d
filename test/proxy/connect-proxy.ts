import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';

const folder = join(import.meta.dirname, 'certificate');
/** Of `api.example`, `shop.example` and this machine, signed by itself. */
export const certificateFile = join(folder, 'certificate.pem');
const tls = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(certificateFile) };

export interface ConnectProxy {
  /** Its own address, without user and password. */
  readonly url: string;
  readonly port: number;
  /** What it was asked to connect to: `api.example:443`. */
  readonly asked: string[];
}

export interface ProxyBehaviour {
  /** `user:password` it asks for. */
  readonly credentials?: string;
  /** It refuses every connection with this status. */
  readonly refusal?: number;
  /** Names that only it can look up, with ports of this machine. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** It is spoken to in TLS. */
  readonly isSecure?: true;
}

/** A proxy as companies have them, which looks up names itself. */
export async function startProxy(behaviour: ProxyBehaviour = {}): Promise<ConnectProxy> {
  const { credentials, refusal, hosts = {}, isSecure } = behaviour;
  const asked: string[] = [];
  const server = isSecure ? createHttpsServer(tls) : createServer();
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    const target = request.url ?? '';
    asked.push(target);
    client.on('error', () => undefined);
    const status = refusal ?? (isAllowed(request, credentials) ? undefined : 407);
    if (status !== undefined) {
      client.end(`HTTP/1.1 ${String(status)} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const [name = '', port = ''] = target.split(/:(?=\d+$)/);
    const host = connect(hosts[name] ?? Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      host.pipe(client).pipe(host);
    });
    host.on('error', () => client.destroy());
  });
  const port = await listening(server);
  return { url: `${isSecure ? 'https' : 'http'}://127.0.0.1:${String(port)}`, port, asked };
}

function isAllowed({ headers }: IncomingMessage, credentials: string | undefined): boolean {
  if (credentials === undefined) return true;
  const expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return headers['proxy-authorization'] === expected;
}

/** Puts TLS in front of a port of this machine. Gives the port where it is spoken to in TLS. */
export function startTls(behind: number): Promise<number> {
  const server = createTlsServer(tls, (client) => {
    const host = connect(behind, '127.0.0.1');
    for (const socket of [client, host]) socket.on('error', () => undefined);
    client.pipe(host).pipe(client);
  });
  return listening(server);
}

/** Starts a server of one file. Gives its port. */
export function startFeed(text: string): Promise<number> {
  return listening(createServer((_, response) => response.end(text)));
}

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port; // it listens on a port
}
