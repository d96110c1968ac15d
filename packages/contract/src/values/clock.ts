/** Where a client or a sandbox gets its time from. Hand in your own to test a day of pacing in a millisecond. */
export interface Clock {
  /** Wall clock: milliseconds since 1970. Only for dates that come from or go to the server, or stand in a log. */
  now(): number;
  /** Milliseconds that only ever grow: everything that is measured or waited for. */
  monotonic(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted. */
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
      const wake = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(milliseconds, longestTimer));
      const abort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error); // what the caller aborted with
      };
      signal?.addEventListener('abort', abort, { once: true });
    }),
};
