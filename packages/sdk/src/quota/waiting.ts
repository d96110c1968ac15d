import { priorities, type Priority } from 'sequenzy-transport';
import type { Departures } from './departures.ts';
import type { Ask, Turn } from './record.ts';

export interface WaitingTurn extends Turn {
  readonly priority: Priority;
  readonly backlog: number;
  /** Its place among equals. */
  readonly place: number;
  /** It is expected to ask again until then; after it, it keeps its place but holds up nobody. */
  readonly until: number;
}

/** Requests of other clients that go first. */
export interface Ahead {
  readonly all: number;
  /** Of the same priority. */
  readonly equal: number;
  /** When the first of those who wait is overdue. */
  readonly lapse: number;
}

/** One that waits may be late by so much before the next goes first. */
const grace = 250;
/** One that did not come back for so long waits no more. */
const forgotten = 60_000;

/** Those who were told to wait. Of each client the first of each priority stands here; the others stand in its own line. */
export class Waiting {
  readonly #all: Map<string, WaitingTurn>;
  #places: number;

  constructor({ turns, places }: ReturnType<Waiting['toJSON']> = { turns: [], places: 0 }) {
    this.#all = new Map(turns.map((one) => [keyOf(one), one]));
    this.#places = places;
  }

  toJSON(): { readonly turns: readonly WaitingTurn[]; readonly places: number } {
    return { turns: [...this.#all.values()], places: this.#places };
  }

  /** It is told to come back at that time. */
  add(ask: Ask, at: number): void {
    const { client, number, priority, backlog } = ask;
    const place = this.#placeOf(ask) ?? this.#places++;
    const until = at + grace;
    this.#all.set(keyOf(ask), { client, number, priority, backlog, place, until });
  }

  leave({ client, number }: Turn): void {
    for (const [key, one] of this.#all) {
      if (one.client === client && one.number === number) this.#all.delete(key);
    }
  }

  forget(now: number): void {
    for (const [key, { until }] of this.#all) {
      if (until < now - forgotten) this.#all.delete(key);
    }
  }

  clear(): void {
    this.#all.clear();
  }

  /** How many are expected, by client. */
  count(now: number): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const { client, until } of this.#all.values()) {
      if (until >= now) found.set(client, (found.get(client) ?? 0) + 1);
    }
    return found;
  }

  /**
   * All that are more urgent; and of those that are as urgent as many as bring their clients to where this one is in this
   * minute, so that all get the same.
   */
  ahead(ask: Ask, departures: Departures, now: number): Ahead {
    const rank = priorities.indexOf(ask.priority);
    const place = this.#placeOf(ask) ?? Infinity;
    const sent = departures.of(ask.client);
    let [urgent, equal, lapse] = [0, 0, Infinity];
    for (const one of this.#all.values()) {
      if (one.until < now || one.client === ask.client) continue;
      const other = priorities.indexOf(one.priority);
      const behind = sent - departures.of(one.client) + (one.place < place ? 1 : 0);
      if (other > rank || (other === rank && behind <= 0)) continue;
      lapse = Math.min(lapse, one.until + 1);
      if (other < rank) urgent += one.backlog;
      else equal += Math.min(one.backlog, behind);
    }
    return { all: urgent + equal, equal, lapse };
  }

  /** Where it has waited before. */
  #placeOf(ask: Ask): number | undefined {
    const known = this.#all.get(keyOf(ask));
    return known?.number === ask.number ? known.place : undefined;
  }
}

function keyOf({ client, priority }: { readonly client: string; readonly priority: Priority }) {
  return `${client} ${priority}`;
}
