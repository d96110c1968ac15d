import type { Gauge } from 'sequenzy-pages';
import type { LoggedRequest } from '../../service/request-log.ts';
import { documentedRateLimits, type RateLimits } from '../../service/rate-limit.ts';

const minute = 60;
const second = 1000;
const tooMany = 429;

/** How much of the rate limit is used, from the log: what was refused used none of it. */
export function gaugeOf(
  requests: readonly LoggedRequest[],
  limits: RateLimits | undefined,
  { now, refused }: { readonly now: number; readonly refused: number },
): Gauge {
  const seconds = new Array<number>(minute).fill(0);
  for (let at = requests.length - 1; at >= 0; at -= 1) {
    const request = requests[at];
    const age = request === undefined ? Infinity : Math.floor((now - request.at) / second);
    if (age >= minute) break;
    if (request?.status === tooMany) continue;
    seconds[minute - 1 - Math.max(0, age)] = (seconds[minute - 1 - Math.max(0, age)] ?? 0) + 1;
  }
  return {
    ...(limits ?? documentedRateLimits),
    isEnforced: limits !== undefined,
    lastMinute: seconds.reduce((sum, one) => sum + one, 0),
    lastSecond: seconds.at(-1) ?? 0,
    refused,
    seconds,
  };
}
