import ky from 'ky';
import { secretPattern } from 'sequenzy-contract';
import { ApiAnswerError, ApiConnectionError, ApiError } from '../errors/api-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { RequestHeaders } from '../request/call-options.ts';
import type { Answer } from './answer.ts';
import { errorOfNoAnswer, isBug } from './connection.ts';
import { startDeadline } from './deadline.ts';
import { errorOfAnswer } from './failures.ts';
import { readBody } from './read-body.ts';
import { retryAfterOf } from './retry-after.ts';

/** One request, as the endpoints see it. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's own path, with a slash in front. */
  readonly path: string;
  /** The path as messages and log lines have it, where somebody's address stands in it. Default: `path`. */
  readonly shownPath?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON text, unless {@link Call.contentType} says otherwise. */
  readonly body?: string;
  /** Default: `application/json`. */
  readonly contentType?: string;
  /** Instead of the client's own. */
  readonly headers?: RequestHeaders | undefined;
  readonly attemptTimeout?: number | undefined;
  /** Cuts the request off. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends once. Every failure leaves it as a {@link ApiError}. */
export type Send = (call: Call) => Promise<Answer>;

const mostRedirects = 5;

/** The only place that speaks HTTP. */
export function createSend(settings: Settings): Send {
  const { apiKey, baseUrl, apiPath, clock, replies, timeout } = settings;
  const { maxAnswerBytes, maxErrorBytes } = settings;
  // Retries and time limits have one owner each, and it is not ky.
  const http = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: 'manual' });

  async function exchange(call: Call, url: URL, signal: AbortSignal, hops = 0): Promise<Answer> {
    const { method, body, contentType = 'application/json' } = call;
    const response = await http(url, {
      method,
      headers: headersOf(
        { accept: 'application/json' },
        body === undefined ? {} : { 'content-type': contentType },
        settings.headers,
        call.headers,
      ),
      signal,
      // Not every fetch takes a Request: another realm's class, a proxy, a wrapper.
      fetch: (request) =>
        settings.fetch(url.href, {
          method,
          // A fetch takes a plain object of headers alike, whoever wrote it.
          headers: Object.fromEntries((request as Request).headers), // ky always hands over a Request
          ...(body !== undefined && { body }),
          signal,
          redirect: 'manual',
        }),
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      return read(response, { method, path: shownOf(call, url) });
    }
    // A body that is no web stream, as node-fetch has, goes with its response.
    await (response.body as Partial<ReadableStream> | null)?.cancel?.();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    const repeats = call.method === 'GET' || response.status >= 307;
    if (next?.origin !== url.origin || !repeats || hops === mostRedirects) {
      const asked = { method: call.method, path: shownOf(call, url) };
      throw refusedRedirect({ ...asked, ...shown(response) }, { from: url, to: next });
    }
    return exchange(call, next, signal, hops + 1);
  }

  async function read(response: Response, asked: Asked): Promise<Answer> {
    const { ok } = response;
    const { status, headers } = shown(response);
    const most = ok ? maxAnswerBytes : maxErrorBytes;
    const { text, isWhole } = await readBody(response, most);
    if (ok && !isWhole) throw tooLarge({ ...asked, status, headers }, most);
    return { status, headers, text, json: parsed(text) };
  }

  function shown({ status, headers }: Response): Pick<Answer, 'status' | 'headers'> {
    return { status, headers: withoutSecret(headers, secretPattern(apiKey)) };
  }

  function shownOf({ shownPath }: Call, url: URL): string {
    return shownPath === undefined
      ? url.pathname
      : new URL(`${baseUrl}${apiPath}${shownPath}`).pathname;
  }

  return async (call) => {
    const url = new URL(`${baseUrl}${apiPath}${call.path}`);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const details = { method: call.method, path: shownOf(call, url) };
    const deadline = startDeadline(clock, call.attemptTimeout ?? timeout, call.signal);
    try {
      const answer = await deadline.limit(exchange(call, url, deadline.signal));
      if (isSuccess(answer, replies)) return answer;
      const wait = waitOf(answer, clock.now());
      throw errorOfAnswer(withoutKey(answer, apiKey), { ...details, ...wait }, replies);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (settings.isOwnFetch && deadline.cut === undefined && isBug(error)) throw error;
      throw errorOfNoAnswer(error, deadline.cut, { ...details, origin: url.origin });
    } finally {
      deadline.done();
    }
  };
}

/** Later ones win, in any case. ky leaves out those that are undefined. */
function headersOf(...given: (RequestHeaders | undefined)[]): RequestHeaders {
  const entries = given.flatMap((some = {}) => Object.entries(some));
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A 2xx that is empty or JSON that refuses nothing. A web page with status 200 is a proxy's, not the API's. */
function isSuccess({ status, text, json }: Answer, { refuses }: Settings['replies']): boolean {
  if (status < 200 || status > 299) return false;
  return json === undefined ? text.trim() === '' : !refuses(json);
}

function waitOf(answer: Answer, now: number): { retryAfter?: number; retryAt?: Date } {
  const retryAfter = retryAfterOf(answer.headers, now);
  return retryAfter === undefined ? {} : { retryAfter, retryAt: new Date(now + retryAfter) };
}

/** A server that repeats the key in its answer, however it spells it, must not put it into our errors. */
function withoutKey(answer: Answer, key: string): Answer {
  const pattern = secretPattern(key);
  if (pattern === undefined) return answer;
  const text = answer.text.replace(pattern, '[key]');
  const plain = JSON.stringify(answer.json) as string | undefined; // undefined where there is no JSON
  const json = plain === undefined ? undefined : parsed(plain.replace(pattern, '[key]'));
  return { ...answer, text, json };
}

function withoutSecret(given: Headers, pattern: RegExp | undefined): Headers {
  const headers = new Headers();
  for (const [name, value] of given) {
    headers.append(name, pattern ? value.replace(pattern, '[key]') : value);
  }
  return headers;
}

/** Whatever was asked may have been done: the status says so, and nobody has read the rest. */
function tooLarge(seen: Seen, most: number): ApiError {
  const { method, path, status } = seen;
  const message = `${method} ${path}: ${status} with an answer of more than ${most} bytes, which is not read`;
  return new ApiAnswerError('too-large', message, { ...seen, ambiguous: method !== 'GET' });
}

type Asked = Pick<Call, 'method' | 'path'>;

/** What is known of an answer that is not read. */
type Seen = Asked & Pick<Answer, 'status' | 'headers'>;

interface Hop {
  readonly from: URL;
  readonly to: URL | undefined;
}

/** Only the origin is told: what else stands in the address may be anything, the key too. */
function refusedRedirect(seen: Seen, { from, to }: Hop): ApiError {
  const { method, path, status, headers } = seen;
  headers.delete('location');
  const target = to?.origin ?? 'an address that is none';
  const advice =
    to === undefined || to.origin === from.origin
      ? ''
      : `; if the API is there, make ${target} the base URL`;
  const message = `${method} ${path}: ${status} a redirect to ${target} was not followed${advice}`;
  return new ApiConnectionError('connection', message, seen);
}
