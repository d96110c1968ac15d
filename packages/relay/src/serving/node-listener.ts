import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** What frameworks put on a request: Express mounts routes, and some hosts keep the raw body. */
interface Incoming extends IncomingMessage {
  readonly originalUrl?: string;
  readonly rawBody?: unknown;
  readonly body?: unknown;
}

type Answer = (request: Request) => Promise<Response>;

/**
 * Makes a listener of `node:http` of a relay, which is a handler of Express as well. Put it before parsers of bodies: the
 * signature is one of raw bytes. A body that `express.raw()` has read, or that a host keeps as `rawBody`, will do.
 *
 * @example
 * createServer(nodeListener(relay)).listen(8080);
 * app.all('/webhooks/:platform', nodeListener(relay));
 */
export function nodeListener(
  answer: Answer,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    respond(answer, incoming, outgoing).catch(() => {
      // The connection is gone, or nothing can be said any more: the platform sends it again.
      outgoing.destroy();
    });
  };
}

async function respond(
  answer: Answer,
  incoming: Incoming,
  outgoing: ServerResponse,
): Promise<void> {
  const request = requestOf(incoming);
  const response = request === undefined ? readAlready() : await answer(request);
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  // What was not read would be taken for the next request.
  if (!incoming.complete) headers['connection'] = 'close';
  outgoing.writeHead(response.status, { ...headers, 'content-length': body.length });
  outgoing.end(body, () => {
    if (!incoming.complete) incoming.destroy();
  });
}

/** Undefined where somebody has read the body, and nothing is left of its bytes. */
function requestOf(incoming: Incoming): Request | undefined {
  const { method = 'GET' } = incoming;
  const url = new URL(incoming.originalUrl ?? incoming.url ?? '/', 'http://relay.invalid');
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const kept = [incoming.rawBody, incoming.body].find((one) => Buffer.isBuffer(one));
  if (kept !== undefined) return new Request(url, { method, headers, body: new Uint8Array(kept) });
  if (incoming.readableDidRead) return undefined;
  const body = Readable.toWeb(incoming) as ReadableStream; // Node's own type of the same
  return new Request(url, { method, headers, body, duplex: 'half' });
}

function readAlready(): Response {
  const text =
    'The body was read before the relay could check it: put the relay before body parsers.\n';
  return new Response(text, { status: 503 });
}
