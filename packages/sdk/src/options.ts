import { apiPath, defaultOrigin, limits } from 'sequenzy-contract';
import { systemClock, type Clock } from './clock.ts';
import { SequenzyValidationError } from './errors.ts';
import type { RateLimiter } from './pacing/rate-limiter.ts';
import type { Hooks, Logger } from './transport/hooks.ts';

/** Settings of a client. Everything but the key has a default. */
export interface ClientOptions {
  /** The key, sent as `Authorization: Bearer`. Default: the environment's `SEQUENZY_API_KEY`. */
  readonly apiKey?: string;
  /** Which company a personal key works for, sent as `x-company-id`. Default: the key's own. */
  readonly companyId?: string;
  /**
   * Origin of the API, without `/api/v1`; `https` unless it is this machine.
   * Default: the environment's `SEQUENZY_API_URL`, else `https://api.sequenzy.com`.
   */
  readonly baseUrl?: string;
  /** Milliseconds one attempt may take, from leaving to the last byte of the answer. Default: 30,000. */
  readonly timeout?: number;
  /** Repeats after failures that may pass. A 429 costs none. Default: 5. */
  readonly maxRetries?: number;
  /**
   * Milliseconds one request may spend waiting because the server said so (429, Retry-After).
   * Past it the request fails with a typed error that says when to come back. Default: 600,000.
   */
  readonly maxWait?: number;
  /**
   * Pacing, so that no 429 is earned. Default: 100 requests in any minute, 20 in any second.
   * `false` lets everything leave at once; a {@link RateLimiter} of your own, or of another client's, is asked instead.
   */
  readonly rateLimit?: false | RateLimit | RateLimiter;
  /** Default: the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** Gets one line per attempt. Neither the key nor a body is ever in it. Default: silent. */
  readonly logger?: Logger;
  /** Called as requests leave, are answered, repeated or held back. */
  readonly hooks?: Hooks;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Numbers from 0 up to 1, for the jitter. Default: `Math.random`. */
  readonly random?: () => number;
}

/** Requests that may leave in any 60 seconds and in any one second. */
export interface RateLimit {
  /** Default: 100. */
  readonly perMinute?: number;
  /** Default: 20. */
  readonly perSecond?: number;
}

/** {@link ClientOptions}, checked, with every default in place. */
export interface Settings {
  readonly apiKey: string;
  readonly companyId: string | undefined;
  /** Origin, and what comes before `/api/v1`, without a slash at the end. */
  readonly baseUrl: string;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly maxWait: number;
  readonly rateLimit: false | Required<RateLimit> | RateLimiter;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: Logger;
  readonly hooks: Hooks;
  readonly clock: Clock;
  readonly random: () => number;
}

/** @throws {SequenzyValidationError} naming every setting that cannot be used. */
export function settingsFrom(options: ClientOptions): Settings {
  const apiKey = options.apiKey ?? environment('SEQUENZY_API_KEY') ?? '';
  const baseUrl = (options.baseUrl ?? environment('SEQUENZY_API_URL') ?? defaultOrigin).trim();
  const { timeout = 30_000, maxRetries = 5, maxWait = 600_000 } = options;
  const rateLimit = rateLimitFrom(options.rateLimit);
  const faults = [
    { path: 'apiKey', message: faultOfKey(apiKey) },
    { path: 'companyId', message: faultOfCompany(options.companyId) },
    { path: 'baseUrl', message: faultOfUrl(baseUrl) },
    { path: 'timeout', message: faultOfNumber(timeout, 1) },
    { path: 'maxRetries', message: faultOfNumber(maxRetries, 0) },
    { path: 'maxWait', message: faultOfNumber(maxWait, 0) },
    { path: 'rateLimit', message: faultOfRateLimit(rateLimit) },
  ].flatMap(({ path, message }) => (message === undefined ? [] : [{ path, message }]));
  if (faults.length > 0) throw new SequenzyValidationError('The client cannot be made', faults);
  return {
    apiKey,
    companyId: options.companyId,
    baseUrl: baseUrl.replace(/\/+$/, '').replace(new RegExp(`${apiPath}$`), ''),
    timeout,
    maxRetries,
    maxWait,
    rateLimit,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    logger: options.logger ?? {},
    hooks: options.hooks ?? {},
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

function rateLimitFrom(given: ClientOptions['rateLimit']): Settings['rateLimit'] {
  if (given === false || (typeof given === 'object' && 'acquire' in given)) return given;
  return {
    perMinute: given?.perMinute ?? limits.requestsPerMinute,
    perSecond: given?.perSecond ?? limits.requestsPerSecond,
  };
}

/** What a header may hold, spaces apart. */
const visible = /^[\x21-\x7e]+$/;

function faultOfKey(key: string): string | undefined {
  if (key.trim() === '') return 'is missing: pass it, or set SEQUENZY_API_KEY';
  return visible.test(key) ? undefined : 'holds a space or a character no key has';
}

function faultOfCompany(id: string | undefined): string | undefined {
  return id === undefined || visible.test(id)
    ? undefined
    : 'holds a space or a character no id has';
}

function faultOfUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return `is not a URL such as ${defaultOrigin}`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must be an origin, without "?" or "#"';
  const local = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && local);
  return safe ? undefined : 'must begin with https:// (http:// only on this machine)';
}

function faultOfNumber(value: number, least: number): string | undefined {
  return value >= least ? undefined : `must be ${String(least)} or more`;
}

function faultOfRateLimit(limit: Settings['rateLimit']): string | undefined {
  if (limit === false || 'acquire' in limit) return undefined;
  return faultOfNumber(Math.min(limit.perMinute, limit.perSecond), 1);
}

function environment(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }; // absent in browsers and some workers
    const value = process?.env?.[name];
    return value === '' ? undefined : value;
  } catch {
    return undefined; // Deno, when it may not read the environment
  }
}
