import type { Clock } from 'sequenzy-contract';

/** A clock for tests: it stands still until somebody sleeps or moves it. */
export class MovedClock implements Clock {
  elapsed = 0;

  now(): number {
    return Date.UTC(2026, 2, 1) + this.elapsed;
  }

  monotonic(): number {
    return this.elapsed;
  }

  sleep(milliseconds: number): Promise<void> {
    this.elapsed += milliseconds;
    return Promise.resolve();
  }
}
