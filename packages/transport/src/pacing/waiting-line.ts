import type { Clock } from 'sequenzy-contract';
import { priorities, type Priority } from './priority.ts';
import type { Release } from './rate-limiter.ts';

/** One who waits. */
export interface Ticket {
  /** Counts up from 1. */
  readonly number: number;
  readonly priority: Priority;
}

/** What all have to pass, one at a time. */
export interface Gate {
  /** Lets the first in the line through, or says after how many milliseconds it is worth asking again. */
  enter(first: Ticket): Release | number | Promise<Release | number>;
  /** Told of whoever gave up. */
  left?(ticket: Ticket): void;
}

interface Waiting extends Ticket {
  readonly through: (release: Release) => void;
  readonly failed: (error: unknown) => void;
}

/** Without a reason of its own an abort makes an error with a stack. */
const another = new Error('Another is first');

/** Those who wait before a gate: the most urgent first, and first come first served among equals. */
export class WaitingLine {
  readonly #gate: Gate;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #tickets = 0;
  #isMoving = false;
  #rest = new AbortController();

  constructor(gate: Gate, clock: Clock) {
    this.#gate = gate;
    this.#clock = clock;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** How many of this priority wait. */
  count(priority: Priority): number {
    return this.#waiting.filter((one) => one.priority === priority).length;
  }

  /** Rejects with the signal's reason where that is aborted before it is through. */
  pass(signal: AbortSignal | undefined, priority: Priority): Promise<Release> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const giveUp = (): void => {
        this.#remove(waiting);
        this.#gate.left?.(waiting);
        reject(signal?.reason as Error); // what the caller aborted with
      };
      const end = (): void => signal?.removeEventListener('abort', giveUp);
      const waiting: Waiting = {
        number: ++this.#tickets,
        priority,
        through: (release) => {
          end();
          resolve(release);
        },
        failed: (error) => {
          end();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#insert(waiting);
      void this.#move();
    });
  }

  async #move(): Promise<void> {
    if (this.#isMoving) return;
    this.#isMoving = true;
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      try {
        const answer = await this.#gate.enter(first);
        if (typeof answer === 'number') await this.#wait(first, answer);
        else if (this.#remove(first)) first.through(answer);
        else answer(); // gave up meanwhile
      } catch (error) {
        if (this.#remove(first)) first.failed(error);
      }
    }
    this.#isMoving = false;
  }

  /** Until it is time, or another is first. */
  async #wait(first: Waiting, milliseconds: number): Promise<void> {
    this.#rest = new AbortController();
    if (this.#waiting[0] !== first) return;
    await this.#clock.sleep(milliseconds, this.#rest.signal).catch(() => undefined);
  }

  #insert(waiting: Waiting): void {
    const rank = (one: Ticket): number => priorities.indexOf(one.priority);
    const at = this.#waiting.findIndex((other) => rank(other) > rank(waiting));
    this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, waiting);
    if (this.#waiting[0] === waiting) this.#rest.abort(another);
  }

  /** False where it is in the line no more. */
  #remove(waiting: Waiting): boolean {
    const at = this.#waiting.indexOf(waiting);
    if (at < 0) return false;
    this.#waiting.splice(at, 1);
    if (at === 0) this.#rest.abort(another);
    return true;
  }
}
