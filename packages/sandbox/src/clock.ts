/**
 * Where the sandbox takes its time from. Hand in one of your own to make a minute of rate limits last a millisecond.
 */
export interface Clock {
  /** Milliseconds since 1970: `Date` header, `createdAt`, request log. */
  now(): number;
  /** Milliseconds since any fixed moment, never going back: rate limits. */
  monotonic(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when that aborts first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Timers hold at most 2^31 - 1 milliseconds; a longer one would fire at once. */
const longestTimer = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
        Math.min(milliseconds, longestTimer),
      );
      function abort(): void {
        clearTimeout(timer);
        reject(signal?.reason as Error); // whatever the caller aborted with
      }
      signal?.addEventListener('abort', abort, { once: true });
    }),
};
