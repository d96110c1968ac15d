import { priorities, type Priority, type RateLimiterState } from 'sequenzy-transport';
import { Clients } from './clients.ts';
import { Departures } from './departures.ts';
import type { Ask, QuotaRecord, Turn } from './record.ts';

/** Whether a request may leave; where not, what it waits for and when it is worth asking again. */
export type Verdict = { readonly granted: true } | (Outlook & { readonly granted: false });

interface Outlook {
  readonly reason: Exclude<RateLimiterState['reason'], 'open'>;
  /** Milliseconds. */
  readonly wait: number;
}

export interface Waiting extends Turn {
  readonly priority: Priority;
  readonly backlog: number;
  /** Its place among equals. */
  readonly place: number;
  /** It is expected to ask again until then; after it, it keeps its place but holds up nobody. */
  readonly until: number;
}

/** One that waits may be late by so much before the next goes first. */
const grace = 250;
/** One that did not come back for so long waits no more. */
const forgotten = 60_000;
/** Times of records may be out of order by so much; an earlier one means that the clock began anew. */
const outOfOrder = 10_000;

/**
 * What a log of records amounts to. Every client reads the same records in the same order and comes to the same
 * verdicts: so nobody holds a lock, and one that dies holds up nobody.
 *
 * A request leaves when both windows have room for it and for all who wait and go before it. While anything more urgent is
 * registered, the requests of a backfill leave evenly spread over the minute, so that no urgent one meets a window that
 * is full for long.
 */
export class QuotaState {
  readonly departures: Departures;
  readonly clients: Clients;
  readonly #waiting = new Map<string, Waiting>();
  /** Time of the last record, in milliseconds that never go back. */
  #now = 0;
  #closedUntil = 0;
  #lastBackfill = 0;
  #places = 0;

  /** @param snapshot What `toJSON` of another gave. */
  constructor(snapshot?: ReturnType<QuotaState['toJSON']>) {
    this.departures = new Departures(snapshot?.departures);
    this.clients = new Clients(snapshot?.clients);
    if (snapshot === undefined) return;
    for (const waiting of snapshot.waiting) this.#waiting.set(keyOf(waiting), waiting);
    this.#now = snapshot.now;
    this.#closedUntil = snapshot.closedUntil;
    this.#lastBackfill = snapshot.lastBackfill;
    this.#places = snapshot.places;
  }

  toJSON() {
    return {
      now: this.#now,
      closedUntil: this.#closedUntil,
      lastBackfill: this.#lastBackfill,
      places: this.#places,
      departures: this.departures.toJSON(),
      clients: this.clients.toJSON(),
      waiting: [...this.#waiting.values()],
    };
  }

  get now(): number {
    return this.#now;
  }

  /** @returns What becomes of a request, where the record asks for one. */
  apply(record: QuotaRecord, at: number): Verdict | undefined {
    this.#moveTo(at);
    switch (record.kind) {
      case 'ask':
        return this.#judge(record);
      case 'left':
        if (!this.departures.has(record)) this.#depart(record);
        return undefined;
      case 'done':
        this.departures.end(record, this.#now);
        return undefined;
      case 'leave':
        this.#leave(record);
        return undefined;
      case 'pause':
        this.#closedUntil = Math.max(this.#closedUntil, this.#now + record.milliseconds);
        return undefined;
      case 'join':
        this.clients.introduce(record.client, record.who, this.#now);
        return undefined;
    }
  }

  /** Milliseconds for which the server has asked to wait. */
  pausedFor(now: number): number {
    return Math.max(0, this.#closedUntil - now);
  }

  /** Requests that wait, by client. */
  waiting(now: number): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const { client, until } of this.#waiting.values()) {
      if (until >= now) found.set(client, (found.get(client) ?? 0) + 1);
    }
    return found;
  }

  /** What a request would wait for now; undefined where it could leave. */
  outlook(ask: Ask, now: number): Outlook | undefined {
    const ahead = this.#ahead(ask, now);
    const alone = this.#leaves(1, ask, now);
    const room = ahead.all === 0 ? alone : this.#leaves(1 + ahead.all, ask, now);
    const spread = this.#lastBackfill + this.#gap(ask, now) * (ahead.equal + 1);
    const full = Math.max(room, spread);
    if (full <= now) return undefined;
    // One of those who go first may never ask again.
    const wait = Math.min(full, Math.max(alone, ahead.lapse)) - now;
    if (this.#closedUntil > now) return { reason: 'paused', wait };
    if (alone <= now) return { reason: 'priority', wait };
    const isFull = this.departures.within(1000, now) >= Math.floor(ask.perSecond);
    return { reason: isFull && wait <= 1100 ? 'second' : 'minute', wait };
  }

  /** Milliseconds until the last of so many requests has left, with those of others that wait now. */
  estimate(requests: number, ask: Ask, now: number): number {
    const leaves = this.#leaves(requests + this.#ahead(ask, now).all, ask, now);
    return Math.max(leaves - now, this.#gap(ask, now) * (requests - 1));
  }

  #judge(ask: Ask): Verdict {
    const { client, number, priority, backlog } = ask;
    this.clients.asks(client, priority, this.#now);
    const outlook = this.outlook(ask, this.#now);
    if (outlook === undefined) {
      this.#depart(ask);
      return { granted: true };
    }
    const known = this.#waiting.get(keyOf(ask));
    const place = known?.number === number ? known.place : this.#places++;
    const until = this.#now + outlook.wait + grace;
    this.#waiting.set(keyOf(ask), { client, number, priority, backlog, place, until });
    return { granted: false, ...outlook };
  }

  #leaves(requests: number, ask: Ask, now: number): number {
    return this.departures.leaves(requests, ask, Math.max(now, this.#closedUntil), now);
  }

  /**
   * Requests of other clients that go first. All that are more urgent; and of those that are as urgent as many as bring
   * their clients to where this one is in this minute, so that all get the same.
   */
  #ahead(
    ask: Ask,
    now: number,
  ): { readonly all: number; readonly equal: number; readonly lapse: number } {
    const rank = priorities.indexOf(ask.priority);
    const own = this.#waiting.get(keyOf(ask));
    const place = own?.number === ask.number ? own.place : Infinity;
    const sent = this.departures.of(ask.client);
    let [urgent, equal, lapse] = [0, 0, Infinity];
    for (const one of this.#waiting.values()) {
      if (one.until < now || one.client === ask.client) continue;
      const other = priorities.indexOf(one.priority);
      const behind = sent - this.departures.of(one.client) + (one.place < place ? 1 : 0);
      if (other > rank || (other === rank && behind <= 0)) continue;
      lapse = Math.min(lapse, one.until + 1);
      if (other < rank) urgent += one.backlog;
      else equal += Math.min(one.backlog, behind);
    }
    return { all: urgent + equal, equal, lapse };
  }

  /** Milliseconds between two requests of a backfill, which takes what is left; none for others, and where it is alone. */
  #gap({ client, priority, perMinute }: Ask, now: number): number {
    if (priority !== 'backfill' || this.clients.isAlone(client, now)) return 0;
    return 60_000 / Math.max(1, Math.floor(perMinute) - this.departures.urgent);
  }

  #depart(turn: Turn & { readonly priority: Priority }): void {
    this.#leave(turn);
    this.departures.add(turn, this.#now);
    this.clients.sends(turn.client, this.#now);
    if (turn.priority === 'backfill') this.#lastBackfill = this.#now;
  }

  #leave({ client, number }: Turn): void {
    for (const [key, one] of this.#waiting) {
      if (one.client === client && one.number === number) this.#waiting.delete(key);
    }
  }

  #moveTo(at: number): void {
    if (at < this.#now - outOfOrder) this.#startOver(at);
    if (at <= this.#now) return;
    this.#now = at;
    this.departures.forget(at);
    this.clients.forget(at);
    for (const [key, { until }] of this.#waiting) {
      if (until < at - forgotten) this.#waiting.delete(key);
    }
  }

  /** The clock of a machine begins at 0 when that starts: how long ago all was is not known, so it was just now. */
  #startOver(at: number): void {
    this.#closedUntil += at - this.#now;
    this.#lastBackfill = at;
    this.departures.moveTo(at);
    this.clients.clear();
    this.#waiting.clear();
    this.#now = at;
  }
}

/** Of each client the first of each priority waits here; the others stand in its own line. */
function keyOf({ client, priority }: { readonly client: string; readonly priority: Priority }) {
  return `${client} ${priority}`;
}
