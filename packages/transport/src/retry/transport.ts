import type { Clock } from 'sequenzy-contract';
import type { Answer } from '../http/answer.ts';
import { createSend } from '../http/send.ts';
import { createLimiter } from '../pacing/create-limiter.ts';
import type { RateLimiter } from '../pacing/rate-limiter.ts';
import type { Service } from '../settings/service.ts';
import { settingsFrom, type ServiceOptions, type Settings } from '../settings/settings.ts';
import { Exchange, type TransportCall } from './exchange.ts';
import { requireCallOptions } from '../settings/require-call-options.ts';
import { RetryBudget } from './retry-budget.ts';

/** Sends a request until it is answered or there is no point any more. */
export type Transport = (call: TransportCall) => Promise<Answer>;

/** Everything the requests of one client share. */
export interface Connection {
  readonly transport: Transport;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly random: () => number;
}

/** @throws {ApiValidationError} naming every option that cannot be used. */
export function connect(options: ServiceOptions, service: Service): Connection {
  const settings = settingsFrom(options, service);
  const rateLimiter = createLimiter(settings);
  const { clock, random } = settings;
  return { transport: createTransport(settings, rateLimiter), rateLimiter, clock, random };
}

export function createTransport(settings: Settings, limiter: RateLimiter): Transport {
  const means = { settings, limiter, budget: new RetryBudget(), send: createSend(settings) };
  const client = Math.floor(settings.random() * 2 ** 32).toString(36);
  let calls = 0;
  return async (call) => {
    requireCallOptions(call);
    calls += 1;
    return new Exchange(means, call, `${client}-${calls}`).run();
  };
}
