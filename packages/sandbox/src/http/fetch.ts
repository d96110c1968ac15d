import type { Answer, Exchange } from './answer.ts';
import { plainArrival, readArrival, type Arrival } from './arrival.ts';

/** `fetch` over a server: one that aborts with `init.signal`, whatever the server is doing. */
export function sandboxFetch(serve: (arrival: Arrival) => Promise<Exchange>) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const given = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    given?.throwIfAborted();
    const ended = serve(plainArrival(input, init) ?? (await readArrival(new Request(input, init))));
    const first = given === undefined ? await ended : await beforeAbort(ended, given);
    const response = await toFetchResult(first, given);
    const redirect = init?.redirect ?? (input instanceof Request ? input.redirect : undefined);
    if (redirect === 'error' && response.status >= 300 && response.status < 400) {
      throw socketError('ERR_UNEXPECTED_REDIRECT', 'unexpected redirect', 'fetch failed');
    }
    return response;
  };
}

/** What was sent is worked on even when nobody waits for the answer any more. */
function beforeAbort<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error); // whatever the caller aborted with
    };
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

/**
 * Ends an exchange the way `fetch` does: with a `Response`, or by rejecting as undici rejects when the connection
 * breaks (`TypeError: fetch failed`, its `cause` carrying `code`). A hang ends only when the signal aborts.
 */
export function toFetchResult(
  exchange: Exchange,
  signal: AbortSignal | undefined,
): Response | Promise<never> {
  switch (exchange.kind) {
    case 'answered':
      return toResponse(exchange.answer);
    case 'truncated':
      return toBrokenResponse(exchange.answer, exchange.bytes);
    case 'reset':
      throw connectionError('ECONNRESET', 'read ECONNRESET');
    case 'refused':
      throw connectionError('ECONNREFUSED', 'connect ECONNREFUSED');
    case 'hang':
      return untilAborted(signal);
  }
}

function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body === '' ? null : body, { status, headers });
}

/** The first bytes of the body, then an error where the rest should be. */
function toBrokenResponse({ status, headers, body }: Answer, bytes: number): Response {
  const whole = new TextEncoder().encode(body);
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent || bytes === 0) {
        controller.error(socketError('UND_ERR_SOCKET', 'other side closed', 'terminated'));
        return;
      }
      sent = true;
      controller.enqueue(whole.subarray(0, bytes));
    },
  });
  const length = { 'content-length': String(whole.length) };
  return new Response(stream, { status, headers: { ...headers, ...length } });
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => {
      reject(signal?.reason as Error); // whatever the caller aborted with
    };
    if (signal?.aborted === true) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function connectionError(code: string, cause: string): TypeError {
  return socketError(code, cause, 'fetch failed');
}

function socketError(code: string, cause: string, message: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(cause), { code }) });
}
