import { estimateMilliseconds, limits } from 'sequenzy-commerce';

/** Requests that may leave in any minute and in any second. */
export interface Rate {
  readonly perMinute: number;
  readonly perSecond: number;
}

/** Requests a minute, or `off`. Default: the documented limit. */
export type RateOption = number | 'off' | undefined;

/** A rate that 20 a second would never reach is allowed more than 20 a second. Undefined: nothing is held back. */
export function rateOf(option: RateOption): Rate | undefined {
  if (option === 'off') return undefined;
  const perMinute = option ?? limits.requestsPerMinute;
  return { perMinute, perSecond: Math.max(limits.requestsPerSecond, Math.ceil(perMinute / 60)) };
}

/** Milliseconds the limit makes so many requests take; none without a limit. */
export function timeAtLimit(requests: number, rate: Rate | undefined): number {
  return rate === undefined ? 0 : estimateMilliseconds(requests, rate.perMinute, rate.perSecond);
}
