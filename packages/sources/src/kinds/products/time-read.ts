import type { Settings } from './source.ts';

/** The time a catalog is read at, and whether anything in it depends on that. */
export class TimeRead {
  isTimeRead = false;
  readonly #now: number;

  /** @param now Milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now();
  }

  /** Settings that notice when a source looks at the time. */
  over(settings: Omit<Settings, 'now'>): Settings {
    const read = (): number => {
      this.isTimeRead = true;
      return this.#now;
    };
    return Object.defineProperty({ ...settings, now: 0 }, 'now', { get: read, enumerable: true });
  }
}
