import type { Clock } from 'sequenzy-contract';
import { SequenzyAbortError } from '../../errors/errors.ts';
import type { SendOptions } from '../../delivery/bulk-endpoint.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import { SequenzyBoundError } from './bound-error.ts';
import { OpeningHours } from './daily-window.ts';

/**
 * When requests may leave, beside the rate limit. Outside of the window they wait; at the deadline and past the most
 * requests the run is stopped with a {@link SequenzyBoundError}, and can be started again.
 */
export class Bounds {
  readonly #clock: Clock;
  readonly #maxRequests: number;
  readonly #deadline: number;
  readonly #hours: OpeningHours | undefined;
  readonly #onWait: ((until: Date) => void) | undefined;
  #begun = 0;
  readonly #underWay = new Set<Promise<unknown>>();
  #waitingUntil = 0;

  constructor({ maxRequests, deadline, window, onWait }: BackfillOptions, clock: Clock) {
    this.#clock = clock;
    this.#onWait = onWait;
    this.#maxRequests = maxRequests ?? Infinity;
    this.#deadline = deadline?.getTime() ?? Infinity;
    this.#hours = window === undefined ? undefined : new OpeningHours(window);
  }

  /**
   * Sends as soon as it may. `send` gets a signal that ends its waiting; a request that was still waiting when the
   * window closed waits on for the next one.
   */
  async send<Result>(
    options: SendOptions,
    send: (options: SendOptions) => Promise<Result>,
  ): Promise<Result> {
    const { meter } = options;
    const left = this.#begun + meter.retried + meter.rateLimited;
    if (left >= this.#maxRequests) {
      // Those that were let through may still wait for their turn; the error would end that.
      await Promise.allSettled(this.#underWay);
      throw new SequenzyBoundError('maxRequests', false);
    }
    this.#begun += 1;
    const sending = this.#sendWhenOpen(options, send);
    this.#underWay.add(sending);
    try {
      return await sending;
    } finally {
      this.#underWay.delete(sending);
    }
  }

  async #sendWhenOpen<Result>(
    options: SendOptions,
    send: (options: SendOptions) => Promise<Result>,
  ): Promise<Result> {
    const { drain } = options;
    for (let ambiguous = false; ;) {
      await this.open(drain, ambiguous);
      const end = this.#endAt(this.#closing(), drain);
      try {
        return await send({ ...options, drain: end.signal });
      } catch (error) {
        if (!(error instanceof SequenzyAbortError) || drain.aborted) throw error;
        ambiguous ||= error.ambiguous;
      } finally {
        end.forget();
      }
    }
  }

  /** Waits until requests may leave. Those that only read count for no bound, but wait for the window, too. */
  async open(drain: AbortSignal, ambiguous = false): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      if (now >= this.#deadline) throw new SequenzyBoundError('deadline', ambiguous);
      if (this.#hours?.isOpen(now) ?? true) return;
      const opening = Math.min(this.#hours?.nextOpening(now) ?? now, this.#deadline);
      this.#tell(opening);
      try {
        await this.#clock.sleep(opening - now, drain);
      } catch (cause) {
        const message = 'Stopped by the caller, outside of the window';
        throw new SequenzyAbortError('abort', message, { ambiguous, cause });
      }
    }
  }

  /** Once, however many requests wait. */
  #tell(opening: number): void {
    if (Math.abs(opening - this.#waitingUntil) < 1000) return;
    this.#waitingUntil = opening;
    this.#onWait?.(new Date(opening));
  }

  /** When requests may no longer leave, in milliseconds since 1970. */
  #closing(): number {
    const closing = this.#hours?.nextClosing(this.#clock.now()) ?? Infinity;
    return Math.min(closing, this.#deadline);
  }

  /** A signal for that moment, or for when the run is stopped. */
  #endAt(closing: number, drain: AbortSignal): { signal: AbortSignal; forget: () => void } {
    if (closing === Infinity) return { signal: drain, forget: () => undefined };
    const end = new AbortController();
    const asleep = new AbortController();
    const stop = (): void => {
      end.abort();
    };
    drain.addEventListener('abort', stop, { once: true });
    this.#clock.sleep(closing - this.#clock.now(), asleep.signal).then(stop, () => undefined);
    return {
      signal: end.signal,
      forget: () => {
        drain.removeEventListener('abort', stop);
        asleep.abort();
      },
    };
  }
}
