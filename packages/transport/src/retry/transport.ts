import type { Answer } from '../http/answer.ts';
import { createSend } from '../http/send.ts';
import type { RateLimiter } from '../pacing/rate-limiter.ts';
import { Exchange, type TransportCall } from './exchange.ts';
import { RetryBudget } from './retry-budget.ts';
import type { Settings } from '../settings/settings.ts';

/** Sends a request until it is answered or there is no point any more. */
export type Transport = (call: TransportCall) => Promise<Answer>;

/** Everything the requests of one client share: the connection, the pacing, the retry budget. */
export function createTransport(settings: Settings, limiter: RateLimiter): Transport {
  const send = createSend(settings);
  const budget = new RetryBudget();
  return (call) => new Exchange(settings, limiter, budget, send, call).run();
}
