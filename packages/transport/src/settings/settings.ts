import { systemClock, type Fault, type NamedAddress } from 'sequenzy-contract';
import { ApiValidationError } from '../errors/api-error.ts';
import type { Hooks, Logger } from './hooks.ts';
import { loggerOf } from './logger.ts';
import type { PacingOptions } from '../pacing/create-limiter.ts';
import type { RateLimit } from '../pacing/rate-limiter.ts';
import { environment } from './environment.ts';
import {
  faultOfKey,
  faultOfLogLevel,
  faultOfNumber,
  faultOfRateLimit,
  faultOfUrl,
  faultsAt,
  faultsOfCall,
} from './option-faults.ts';
import type { Location, Replies, Service } from './service.ts';
import type { RequestHeaders } from '../request/call-options.ts';
import type { Fetch, TransportOptions } from './transport-options.ts';

/** {@link TransportOptions}, checked, with every default in place. */
export interface Settings extends Location, PacingOptions {
  /** Never shown: taken out of whatever the server says. */
  readonly apiKey: string;
  readonly headers: RequestHeaders;
  readonly replies: Replies;
  readonly timeout: number;
  readonly maxAnswerBytes: number;
  readonly maxErrorBytes: number;
  readonly maxRetries: number;
  readonly maxWait: number;
  readonly fetch: Fetch;
  /** The caller's own fetch: what it throws may be a bug in it. */
  readonly isOwnFetch: boolean;
  readonly logger: Logger;
  readonly hooks: Hooks;
  readonly random: () => number;
}

/** The options of a client: the transport's, its key and where its API is. */
export interface ServiceOptions extends TransportOptions {
  readonly apiKey?: string;
  readonly baseUrl?: string;
}

/** @throws {ApiValidationError} naming every setting that cannot be used. */
export function settingsFrom(options: ServiceOptions, service: Service): Settings {
  const names = service.environment;
  const apiKey = options.apiKey ?? environment(names.apiKey) ?? '';
  const named: NamedAddress =
    options.baseUrl === undefined ? names.baseUrl(environment) : { url: options.baseUrl };
  const baseUrl = (named.url ?? service.defaultUrl).trim();
  const { timeout = 30_000, maxRetries = 5, maxWait = 600_000 } = options;
  const { headers = {}, logger } = options;
  const { maxAnswerBytes = 8 * 1024 * 1024, maxErrorBytes = 64 * 1024 } = options;
  const logLevel = options.logLevel ?? (names.logLevel && environment(names.logLevel));
  const rateLimit = rateLimitFrom(options.rateLimit, service.rateLimit);
  const faults: Fault[] = [
    ...faultsAt('apiKey', faultOfKey(apiKey, names.apiKey)),
    ...(service.faults ?? []),
    ...faultsAt('baseUrl', named.fault ?? faultOfUrl(baseUrl, service.defaultUrl)),
    ...faultsOfCall({ timeout, maxRetries, headers }),
    ...faultsAt('logLevel', faultOfLogLevel(logLevel)),
    ...faultsAt('maxAnswerBytes', faultOfNumber(maxAnswerBytes, 1)),
    ...faultsAt('maxErrorBytes', faultOfNumber(maxErrorBytes, 1)),
    ...faultsAt('maxWait', faultOfNumber(maxWait, 0)),
    ...faultsAt('rateLimit', faultOfRateLimit(rateLimit)),
  ];
  if (faults.length > 0) throw new ApiValidationError('The client cannot be made', faults);
  return {
    ...service.locate(baseUrl.replace(/\/+$/, '')),
    apiKey,
    headers: { ...service.headers(apiKey), 'user-agent': service.userAgent, ...headers },
    replies: service.replies,
    timeout,
    maxAnswerBytes,
    maxErrorBytes,
    maxRetries,
    maxWait,
    rateLimit,
    allowed: service.rateLimit,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    isOwnFetch: options.fetch !== undefined,
    logger: loggerOf(logger, logLevel),
    hooks: options.hooks ?? {},
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

function rateLimitFrom(
  given: TransportOptions['rateLimit'],
  allowed: Required<RateLimit>,
): Settings['rateLimit'] {
  if (given === false || typeof given === 'function') return given;
  if (given !== undefined && 'acquire' in given) return given;
  return {
    perMinute: given?.perMinute ?? allowed.perMinute,
    perSecond: given?.perSecond ?? allowed.perSecond,
  };
}
