import type { Clock } from 'sequenzy-contract';
import type { Priority } from '../pacing/priority.ts';
import type { RateLimiter } from '../pacing/rate-limiter.ts';
import { retryAfterOf } from './retry-after.ts';

type Fetch = typeof globalThis.fetch;

interface PaceFetchOptions {
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly priority: Priority;
  readonly fetch: Fetch;
}

/** A 429 that does not say how long closes the gate for so many milliseconds. */
const unsaid = 1000;

/** Lets each request of another client wait for its turn. Its answers come back as they are, a 429 too. */
export function paceFetch({ limiter, clock, priority, fetch }: PaceFetchOptions): Fetch {
  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const release = await limiter.acquire(signal, priority);
    try {
      const response = await fetch(input, init);
      if (response.status === 429) {
        limiter.pause(retryAfterOf(response.headers, clock.now()) ?? unsaid);
      }
      return response;
    } finally {
      release();
    }
  };
}
