import type { Clock } from 'sequenzy-contract';
import { lastDeparture } from './departures.ts';
import type { RateLimiter, RateLimiterState, Release } from './rate-limiter.ts';

export interface Window {
  readonly name: 'second' | 'minute';
  readonly milliseconds: number;
  readonly requests: number;
}

/** Timers may fire a little early, and the server's clock may tick a little differently. */
const margin = 10;

/** After so long a request that still has no answer must have been counted by the server. */
const longestTransit = 10_000;

interface Departure {
  readonly leftAt: number;
  answeredAt: number | undefined;
}

/**
 * Holds every sliding window at once. The server counts a request when it arrives, somewhere between departure and
 * answer: here it counts from the latest of these moments, so that no window of the server's ever holds too many.
 */
export class SlidingWindowLimiter implements RateLimiter {
  readonly #windows: readonly Window[];
  readonly #clock: Clock;
  #departures: Departure[] = [];
  #closedUntil = 0;
  #waiting = 0;
  #underWay = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(windows: readonly Window[], clock: Clock) {
    // A share of a quota may be a fraction; a request is not.
    this.#windows = windows.map((window) => ({ ...window, requests: Math.floor(window.requests) }));
    this.#clock = clock;
  }

  async acquire(signal?: AbortSignal): Promise<Release> {
    this.#waiting += 1;
    const mine = this.#turn.then(() => this.#leave(signal));
    this.#turn = mine.catch(() => undefined);
    try {
      return await orAborted(mine, signal);
    } finally {
      this.#waiting -= 1;
    }
  }

  pause(milliseconds: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.monotonic() + milliseconds);
  }

  explain(): RateLimiterState {
    const now = this.#clock.monotonic();
    const holds = [
      { reason: 'paused' as const, milliseconds: this.#closedUntil - now },
      ...this.#windows.map((window) => ({
        reason: window.name,
        milliseconds: this.#untilRoom(window, now),
      })),
    ];
    const open = { reason: 'open' as const, milliseconds: 0 };
    const longest = holds.reduce<Pick<RateLimiterState, 'reason' | 'milliseconds'>>(
      (worst, hold) => (hold.milliseconds > worst.milliseconds ? hold : worst),
      open,
    );
    return { ...longest, waiting: this.#waiting };
  }

  get underWay(): number {
    return this.#underWay;
  }

  estimate(requests: number): number {
    const now = this.#clock.monotonic();
    const counted = this.#departures
      .map((departure) => this.#countedAt(departure, now))
      .sort((one, other) => one - other);
    const windows = this.#windows.map((window) => ({
      ...window,
      milliseconds: window.milliseconds + margin,
    }));
    const from = Math.max(now, this.#closedUntil);
    return requests <= 0 ? 0 : lastDeparture(requests, windows, counted, from) - now;
  }

  /** One at a time: the next looks for room only when this one has taken its own. */
  async #leave(signal: AbortSignal | undefined): Promise<Release> {
    signal?.throwIfAborted();
    for (;;) {
      const { milliseconds } = this.explain();
      if (milliseconds <= 0) return this.#depart();
      await this.#clock.sleep(milliseconds, signal);
    }
  }

  #depart(): Release {
    const departure: Departure = { leftAt: this.#clock.monotonic(), answeredAt: undefined };
    this.#forget();
    this.#departures.push(departure);
    this.#underWay += 1;
    return () => {
      if (departure.answeredAt !== undefined) return;
      departure.answeredAt = this.#clock.monotonic();
      this.#underWay -= 1;
    };
  }

  /** A request under way counts as of now: at the earliest it is answered now. */
  #countedAt({ leftAt, answeredAt }: Departure, now: number): number {
    return Math.min(answeredAt ?? now, leftAt + longestTransit);
  }

  #untilRoom({ milliseconds, requests }: Window, now: number): number {
    const counted = this.#departures
      .map((departure) => this.#countedAt(departure, now))
      .filter((at) => at + milliseconds + margin > now)
      .sort((one, other) => one - other);
    const blocking = counted[counted.length - requests];
    return blocking === undefined ? 0 : blocking + milliseconds + margin - now;
  }

  #forget(): void {
    const longest = Math.max(0, ...this.#windows.map(({ milliseconds }) => milliseconds));
    const horizon = this.#clock.monotonic() - longest - margin;
    this.#departures = this.#departures.filter(
      (departure) => this.#countedAt(departure, Infinity) > horizon,
    );
  }
}

/** Whoever gives up in the queue hears so at once; the turn passes by when it comes. */
function orAborted(turn: Promise<Release>, signal: AbortSignal | undefined): Promise<Release> {
  if (signal === undefined) return turn;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error); // what the caller aborted with
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    turn.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
