import { lastDeparture, longestTransit, margin, windowsOf } from 'sequenzy-transport';
import type { Priority, RateLimit } from 'sequenzy-transport';
import type { Turn } from './record.ts';

export interface Departure extends Turn {
  readonly priority: Priority;
  readonly at: number;
  readonly doneAt?: number;
}

/**
 * Requests that the server's windows still hold. It counts one when it arrives, somewhere between departure and answer:
 * here it counts from the latest of these moments.
 */
export class Departures {
  #list: readonly Departure[];

  constructor(list: readonly Departure[] = []) {
    this.#list = list;
  }

  toJSON(): readonly Departure[] {
    return this.#list;
  }

  has(turn: Turn): boolean {
    return this.#list.some((one) => isOf(one, turn));
  }

  isDone(turn: Turn): boolean {
    return this.#list.some((one) => isOf(one, turn) && one.doneAt !== undefined);
  }

  /** How many are this client's. */
  of(client: string): number {
    let found = 0;
    for (const one of this.#list) if (one.client === client) found += 1;
    return found;
  }

  /** How many are of anything but a backfill. */
  get urgent(): number {
    return this.#list.filter(({ priority }) => priority !== 'backfill').length;
  }

  add({ client, number, priority }: Turn & { readonly priority: Priority }, at: number): void {
    this.#list = [...this.#list, { client, number, priority, at }];
  }

  end(turn: Turn, doneAt: number): void {
    this.#list = this.#list.map((one) => (isOf(one, turn) ? { doneAt, ...one } : one));
  }

  forget(now: number): void {
    const horizon = now - 60_000 - margin;
    const first = this.#list[0];
    if (first === undefined || countedAt(first, Infinity) >= horizon) return;
    this.#list = this.#list.filter((one) => countedAt(one, Infinity) >= horizon);
  }

  /** As though all had been answered at this moment. */
  moveTo(at: number): void {
    this.#list = this.#list.map((one) => ({ ...one, at, doneAt: at }));
  }

  /** How many of them the last so many milliseconds hold. */
  within(milliseconds: number, now: number): number {
    const from = now - milliseconds - margin;
    let found = 0;
    for (const one of this.#list) if (countedAt(one, now) > from) found += 1;
    return found;
  }

  /** When the last of so many more requests can leave, the first of them not before `from`. */
  leaves(requests: number, rate: Required<RateLimit>, from: number, now: number): number {
    const windows = windowsOf(rate).map(({ milliseconds, requests: most }) => ({
      milliseconds: milliseconds + margin,
      requests: Math.max(1, Math.floor(most)),
    }));
    const counted = this.#list.map((one) => countedAt(one, now)).sort((one, other) => one - other);
    return lastDeparture(requests, windows, counted, from);
  }
}

/** A request under way counts as of now: at the earliest it is answered now. */
function countedAt({ at, doneAt }: Departure, now: number): number {
  return Math.min(doneAt ?? now, at + longestTransit);
}

function isOf(one: Turn, other: Turn): boolean {
  return one.number === other.number && one.client === other.client;
}
