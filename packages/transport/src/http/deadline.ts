import type { Clock } from 'sequenzy-contract';

/** Why an attempt was cut off. */
export type Cut = 'timeout' | 'abort';

/** A signal for one attempt that ends with the caller's own, or after so many milliseconds. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly cut: Cut | undefined;
  /** The work's result, unless its time is over first: not every `fetch` obeys a signal. */
  limit<Result>(work: Promise<Result>): Promise<Result>;
  /** Stops the watch. */
  done(): void;
}

export function startDeadline(clock: Clock, timeout: number, caller?: AbortSignal): Deadline {
  const attempt = new AbortController();
  const watch = new AbortController();
  let cut: Cut | undefined;
  const end = (why: Cut): void => {
    cut ??= why;
    attempt.abort();
  };
  const onAbort = (): void => {
    end('abort');
  };
  if (caller?.aborted === true) onAbort();
  caller?.addEventListener('abort', onAbort, { once: true });
  clock.sleep(timeout, watch.signal).then(
    () => {
      end('timeout');
    },
    () => undefined, // the attempt was over first
  );
  return {
    signal: attempt.signal,
    get cut() {
      return cut;
    },
    limit(work) {
      return new Promise((resolve, reject) => {
        const cutOff = (): void => {
          reject(new Error('cut off'));
        };
        if (attempt.signal.aborted) cutOff();
        attempt.signal.addEventListener('abort', cutOff, { once: true });
        work.then(resolve, reject);
      });
    },
    done() {
      // Without a reason the platform makes an exception, with a stack, each time.
      watch.abort('over');
      caller?.removeEventListener('abort', onAbort);
    },
  };
}
