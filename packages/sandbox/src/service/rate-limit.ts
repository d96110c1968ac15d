import { limits } from 'sequenzy-contract';

/** How many requests one key may send. Every window slides: any 60 s and any 1 s hold at most so many. */
export interface RateLimits {
  readonly perMinute: number;
  readonly perSecond: number;
}

/** Source: README of the vendor's MCP server. */
export const documentedRateLimits: RateLimits = {
  perMinute: limits.requestsPerMinute,
  perSecond: limits.requestsPerSecond,
};

const minute = 60_000;
const second = 1_000;

/**
 * Counts the requests of each key when they arrive. A refused request is not counted,
 * so that a client that waits as long as it is told always gets in (nobody documents this: assumed).
 */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #arrivals = new Map<string, number[]>();

  constructor(rateLimits: RateLimits) {
    this.#limits = rateLimits;
  }

  /** Milliseconds until the key may send; 0 when it may send now. */
  wait(key: string, now: number): number {
    const arrivals = this.#of(key, now);
    return Math.max(
      untilRoom(arrivals, this.#limits.perMinute, minute, now),
      untilRoom(arrivals, this.#limits.perSecond, second, now),
    );
  }

  count(key: string, now: number): void {
    this.#of(key, now).push(now);
  }

  reset(): void {
    this.#arrivals.clear();
  }

  #of(key: string, now: number): number[] {
    const known = this.#arrivals.get(key) ?? [];
    const old = known.findIndex((at) => at > now - minute);
    const recent = old === 0 ? known : old < 0 ? [] : known.slice(old);
    this.#arrivals.set(key, recent);
    return recent;
  }
}

/** The arrival that must leave the window before another one fits. */
function untilRoom(arrivals: readonly number[], most: number, window: number, now: number): number {
  const blocking = arrivals[arrivals.length - Math.floor(most)];
  return blocking === undefined ? 0 : Math.max(0, blocking + window - now);
}
