import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Queue } from '../queue/queue.ts';
import type { Relay } from '../relay/create-relay.ts';
import { metricsText, type QuotaUsed } from './metrics.ts';
import { nodeListener } from './node-listener.ts';

export interface ServeOptions {
  readonly relay: Relay;
  readonly queue: Queue;
  /** 0 takes a free one. */
  readonly port: number;
  /** Default: every address of this machine. */
  readonly host?: string;
  /** For `/metrics`. */
  readonly quota?: () => QuotaUsed | undefined;
}

export interface RelayServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new connection, answers what is there, and closes the relay with its queue. */
  close(): Promise<void>;
}

/**
 * Serves a relay over HTTP: webhooks at `/<platform>` and `/<platform>/<secret>`, and for those who watch it `/healthz` (it
 * runs), `/readyz` (it can keep what comes) and `/metrics` (Prometheus).
 *
 * @throws the error of `node:http` where the port cannot be used (`EADDRINUSE`).
 */
export async function serveRelay(options: ServeOptions): Promise<RelayServer> {
  const { relay, port, host } = options;
  const watching = new Watching(options);
  const listener = nodeListener((request) => watching.answer(request) ?? relay(request));
  const server = createServer({ requestTimeout: 30_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const isAny = address.address === '::' || address.address === '0.0.0.0';
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${isAny ? '127.0.0.1' : name}:${String(address.port)}`,
    port: address.port,
    close: async () => {
      watching.isClosing = true;
      await relay.close();
      await closed(server);
    },
  };
}

/** Answers those who watch the relay. */
class Watching {
  isClosing = false;
  readonly #options: ServeOptions;

  constructor(options: ServeOptions) {
    this.#options = options;
  }

  answer({ method, url }: Request): Promise<Response> | undefined {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    switch (new URL(url).pathname) {
      case '/healthz':
        return Promise.resolve(new Response('ok\n'));
      case '/readyz':
        return this.#ready();
      case '/metrics':
        return this.#metrics();
      default:
        return undefined;
    }
  }

  async #ready(): Promise<Response> {
    if (this.isClosing) return new Response('shutting down\n', { status: 503 });
    try {
      await this.#options.queue.check();
      return new Response('ready\n');
    } catch {
      return new Response('the queue cannot be written\n', { status: 503 });
    }
  }

  async #metrics(): Promise<Response> {
    const { relay, queue, quota } = this.#options;
    const state = await queue.state().catch(() => undefined);
    if (state === undefined) return new Response('the queue cannot be read\n', { status: 503 });
    const text = metricsText({
      figures: relay.figures(),
      state,
      quota: quota?.(),
      now: Date.now(),
    });
    const type = 'text/plain; version=0.0.4; charset=utf-8';
    return new Response(text, { headers: { 'content-type': type } });
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, 1000).unref();
  });
}
