import type { RateLimit, RateLimiter, RateLimiterFactory } from '../pacing/rate-limiter.ts';

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

export function faultOfNumber(value: number, least: number): string | undefined {
  return value >= least ? undefined : `must be ${String(least)} or more`;
}

export function faultOfRateLimit(
  limit: false | Required<RateLimit> | RateLimiter | RateLimiterFactory,
): string | undefined {
  if (limit === false || typeof limit === 'function' || 'acquire' in limit) return undefined;
  return faultOfNumber(Math.min(limit.perMinute, limit.perSecond), 1);
}
