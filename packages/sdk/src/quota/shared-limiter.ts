import type { Clock } from 'sequenzy-contract';
import {
  longestTransit,
  SlidingWindowLimiter,
  WaitingLine,
  windowsOf,
  type Priority,
  type RateLimit,
  type RateLimiter,
  type RateLimiterState,
  type Release,
  type Ticket,
} from 'sequenzy-transport';
import { QuotaSetupError, type QuotaBook } from './quota-book.ts';
import type { Verdict } from './quota-state.ts';
import type { Ask } from './record.ts';

export interface SharedLimiterOptions {
  readonly book: QuotaBook;
  /** Its name in the log: no other client has it. */
  readonly client: string;
  readonly clock: Clock;
  /** What the API allows. */
  readonly allowed: Required<RateLimit>;
  /** The most that this client takes of it. More than it allows is for keys that may send more. */
  readonly share: RateLimit;
  /** Told once when the log gets out of reach, and once when it is back. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * A process that stood still for so long between its turn and its request has missed the turn. Less is a request that is
 * longer on its way: it counts until it is answered.
 */
const missed = longestTransit / 2;
const window = 60_000 + longestTransit;

/** Lets requests leave in the order of a log that all clients of one quota share. */
export class SharedLimiter implements RateLimiter {
  readonly #options: SharedLimiterOptions;
  readonly #line: WaitingLine;
  readonly #share: SlidingWindowLimiter;
  /** What all clients may send. */
  readonly #rateLimit: Required<RateLimit>;
  /** When the log was last out of reach. */
  #apartAt: number | undefined;
  /** Requests that left meanwhile, and of which the others do not know. */
  readonly #apart: Ask[] = [];
  #underWay = 0;
  /** Of the last request. */
  #priority: Priority = 'backfill';

  constructor(options: SharedLimiterOptions) {
    const { allowed, share } = options;
    const { perMinute = allowed.perMinute, perSecond = allowed.perSecond } = share;
    this.#options = options;
    this.#share = new SlidingWindowLimiter(windowsOf({ perMinute, perSecond }), options.clock);
    this.#rateLimit = {
      perMinute: Math.max(perMinute, allowed.perMinute),
      perSecond: Math.max(perSecond, allowed.perSecond),
    };
    const gate = {
      enter: (first: Ticket) => this.#enter(first),
      left: ({ number }: Ticket) => {
        options.book.tell({ kind: 'leave', client: options.client, number });
      },
    };
    this.#line = new WaitingLine(gate, options.clock);
  }

  acquire(signal?: AbortSignal, priority: Priority = 'order'): Promise<Release> {
    this.#priority = priority;
    return this.#line.pass(signal, priority);
  }

  pause(milliseconds: number): void {
    const { book, client } = this.#options;
    book.tell({ kind: 'pause', client, milliseconds });
    this.#share.pause(milliseconds);
  }

  explain(): RateLimiterState {
    const { book } = this.#options;
    book.refresh?.();
    const waiting = this.#line.length;
    const own = this.#share.explain();
    const outlook = book.state.outlook(this.#ask({ number: 0, priority: 'order' }), book.now());
    if (outlook === undefined || outlook.wait < own.milliseconds) return { ...own, waiting };
    return { reason: outlook.reason, milliseconds: outlook.wait, waiting };
  }

  estimate(requests: number): number {
    if (requests <= 0) return 0;
    const { book } = this.#options;
    const ask = this.#ask({ number: 0, priority: this.#priority });
    return Math.max(this.#share.estimate(requests), book.state.estimate(requests, ask, book.now()));
  }

  get underWay(): number {
    return this.#underWay;
  }

  async #enter(first: Ticket): Promise<Release | number> {
    const { book, clock } = this.#options;
    const held = this.#share.explain().milliseconds;
    if (held > 0) return held;
    const ask = this.#ask(first);
    const [askedAt, since] = [clock.monotonic(), clock.now()];
    const verdict = await this.#verdict(ask);
    if (!verdict.granted) return verdict.wait;
    const done = (): void => {
      book.tell({ kind: 'done', client: ask.client, number: ask.number });
    };
    // While the machine sleeps, only one of its clocks goes on.
    if (Math.max(clock.monotonic() - askedAt, clock.now() - since) > missed) {
      done();
      return 0;
    }
    const leaveShare = await this.#share.acquire();
    this.#underWay += 1;
    let isUnderWay = true;
    return () => {
      if (!isUnderWay) return;
      isUnderWay = false;
      this.#underWay -= 1;
      leaveShare();
      done();
    };
  }

  async #verdict(ask: Ask): Promise<Verdict> {
    const { book, onTrouble } = this.#options;
    try {
      const verdict = await book.ask(this.#isSure() ? ask : this.#partOf(ask));
      this.#tellOfApart();
      return verdict;
    } catch (error) {
      if (error instanceof QuotaSetupError) throw error;
      if (this.#apartAt === undefined || this.#isSure()) onTrouble(error);
      this.#apartAt = book.now();
      const verdict = book.state.apply(this.#partOf(ask), book.now()) ?? { granted: true };
      if (verdict.granted) this.#apart.push(ask);
      return verdict;
    }
  }

  /** Whether all that left while the log was out of reach, of any client, is a window ago. */
  #isSure(): boolean {
    return this.#apartAt === undefined || this.#options.book.now() - this.#apartAt > window;
  }

  /** As much as this client may take whatever the others do: an equal part for each that was there. */
  #partOf(ask: Ask): Ask {
    const { book } = this.#options;
    const parts = Math.max(1, book.state.clients.active(book.now()).size);
    return { ...ask, perMinute: ask.perMinute / parts, perSecond: ask.perSecond / parts };
  }

  #tellOfApart(): void {
    const { book } = this.#options;
    for (const { client, number, priority } of this.#apart.splice(0)) {
      book.tell({ kind: 'left', client, number, priority });
      book.tell({ kind: 'done', client, number });
    }
  }

  #ask({ number, priority }: Ticket): Ask {
    const { client } = this.#options;
    const backlog = Math.min(this.#line.count(priority), this.#rateLimit.perMinute);
    return { kind: 'ask', client, number, priority, backlog, ...this.#rateLimit };
  }
}
