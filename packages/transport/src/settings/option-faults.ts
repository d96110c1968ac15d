import type { Fault } from 'sequenzy-contract';
import type { RequestHeaders } from '../request/call-options.ts';
import type { RateLimit, RateLimiter, RateLimiterFactory } from '../pacing/rate-limiter.ts';

export function faultsAt(path: string, message: string | undefined): Fault[] {
  return message === undefined ? [] : [{ path, message }];
}

/** What a header may hold, spaces apart. */
const visible = /^[\x21-\x7e]+$/;

export function faultOfKey(key: string, variable: string): string | undefined {
  if (key.trim() === '') return `is missing: pass it, or set ${variable}`;
  return visible.test(key)
    ? undefined
    : 'contains a space or another character that a key cannot contain';
}

/** For an id that travels in a header. */
export function faultOfHeaderId(id: string | undefined): string | undefined {
  return id === undefined || visible.test(id)
    ? undefined
    : 'contains a space or another character that an id cannot contain';
}

export function faultOfUrl(text: string, example: string): string | undefined {
  if (!URL.canParse(text)) return `is not a URL such as ${example}`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must stand without "?" or "#"';
  const local = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && local);
  return safe ? undefined : 'must begin with https:// (http:// only on this machine)';
}

function faultOfHeaders(headers: RequestHeaders): string | undefined {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  try {
    new Headers(given as [string, string][]); // none is undefined
    return undefined;
  } catch {
    return 'holds a name or a value that a header cannot have';
  }
}

/** What can be said of a client and of each of its calls. */
interface OfCall {
  readonly timeout?: number | undefined;
  readonly attemptTimeout?: number | undefined;
  readonly maxRetries?: number | undefined;
  readonly headers?: RequestHeaders | undefined;
}

export function faultsOfCall({
  timeout = 1,
  attemptTimeout = 1,
  maxRetries = 0,
  headers = {},
}: OfCall): Fault[] {
  return [
    ...faultsAt('timeout', faultOfNumber(timeout, 1)),
    ...faultsAt('attemptTimeout', faultOfNumber(attemptTimeout, 1)),
    ...faultsAt('maxRetries', faultOfNumber(maxRetries, 0)),
    ...faultsAt('headers', faultOfHeaders(headers)),
  ];
}

export function faultOfLogLevel(level = 'off'): string | undefined {
  return /^(debug|warn|off)$/.test(level) ? undefined : 'must be debug, warn or off';
}

export function faultOfNumber(value: number, least: number): string | undefined {
  return value >= least ? undefined : `must be ${String(least)} or more`;
}

export function faultOfRateLimit(
  limit: false | Required<RateLimit> | RateLimiter | RateLimiterFactory,
): string | undefined {
  if (limit === false || typeof limit === 'function' || 'acquire' in limit) return undefined;
  return faultOfNumber(Math.min(limit.perMinute, limit.perSecond), 1);
}
