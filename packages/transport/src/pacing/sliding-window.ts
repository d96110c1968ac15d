import type { Clock } from 'sequenzy-contract';
import { lastDeparture } from './departures.ts';
import type { Priority } from './priority.ts';
import type { RateLimit, RateLimiter, RateLimiterState, Release } from './rate-limiter.ts';
import { WaitingLine } from './waiting-line.ts';

export interface Window {
  readonly name: 'second' | 'minute';
  readonly milliseconds: number;
  readonly requests: number;
}

/** Timers may fire a little early, and the server's clock may tick a little differently. */
export const margin = 10;

/** After so long a request that still has no answer must have been counted by the server. */
export const longestTransit = 10_000;

export function windowsOf({ perSecond, perMinute }: Required<RateLimit>): readonly Window[] {
  return [
    { name: 'second', milliseconds: 1000, requests: perSecond },
    { name: 'minute', milliseconds: 60_000, requests: perMinute },
  ];
}

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
  readonly #line: WaitingLine;
  #departures: Departure[] = [];
  #closedUntil = 0;
  #underWay = 0;

  constructor(windows: readonly Window[], clock: Clock) {
    // A share of a quota may be a fraction; a request is not.
    this.#windows = windows.map((window) => ({ ...window, requests: Math.floor(window.requests) }));
    this.#clock = clock;
    this.#line = new WaitingLine({ enter: () => this.#enter() }, clock);
  }

  acquire(signal?: AbortSignal, priority: Priority = 'order'): Promise<Release> {
    return this.#line.pass(signal, priority);
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
    return { ...longest, waiting: this.#line.length };
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

  #enter(): Release | number {
    const { milliseconds } = this.explain();
    return milliseconds > 0 ? milliseconds : this.#depart();
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
    const from = now - milliseconds - margin;
    const counted: number[] = [];
    for (const departure of this.#departures) {
      const at = this.#countedAt(departure, now);
      if (at > from) counted.push(at);
    }
    if (counted.length < requests) return 0;
    counted.sort((one, other) => one - other);
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
