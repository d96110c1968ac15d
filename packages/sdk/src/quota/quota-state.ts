import type { Priority, RateLimiterState } from 'sequenzy-transport';
import { Clients } from './clients.ts';
import { Departures } from './departures.ts';
import type { Ask, QuotaRecord, Turn } from './record.ts';
import { Waiting } from './waiting.ts';

/** Whether a request may leave; where not, what it waits for and when it is worth asking again. */
export type Verdict = { readonly granted: true } | (Outlook & { readonly granted: false });

interface Outlook {
  readonly reason: Exclude<RateLimiterState['reason'], 'open'>;
  /** Milliseconds. */
  readonly wait: number;
}

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
  readonly waiting: Waiting;
  /** Time of the last record, in milliseconds that never go back. */
  #now = 0;
  #closedUntil = 0;
  #lastBackfill = 0;

  /** @param snapshot What `toJSON` of another gave. */
  constructor(snapshot?: ReturnType<QuotaState['toJSON']>) {
    this.departures = new Departures(snapshot?.departures);
    this.clients = new Clients(snapshot?.clients);
    this.waiting = new Waiting(snapshot?.waiting);
    if (snapshot === undefined) return;
    this.#now = snapshot.now;
    this.#closedUntil = snapshot.closedUntil;
    this.#lastBackfill = snapshot.lastBackfill;
  }

  toJSON() {
    return {
      now: this.#now,
      closedUntil: this.#closedUntil,
      lastBackfill: this.#lastBackfill,
      departures: this.departures.toJSON(),
      clients: this.clients.toJSON(),
      waiting: this.waiting.toJSON(),
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
        this.waiting.leave(record);
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

  /** What a request would wait for now; undefined where it could leave. */
  outlook(ask: Ask, now: number): Outlook | undefined {
    const ahead = this.waiting.ahead(ask, this.departures, now);
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
    const leaves = this.#leaves(
      requests + this.waiting.ahead(ask, this.departures, now).all,
      ask,
      now,
    );
    return Math.max(leaves - now, this.#gap(ask, now) * (requests - 1));
  }

  #judge(ask: Ask): Verdict {
    this.clients.asks(ask.client, ask.priority, this.#now);
    const outlook = this.outlook(ask, this.#now);
    if (outlook === undefined) {
      this.#depart(ask);
      return { granted: true };
    }
    this.waiting.add(ask, this.#now + outlook.wait);
    return { granted: false, ...outlook };
  }

  #leaves(requests: number, ask: Ask, now: number): number {
    return this.departures.leaves(requests, ask, Math.max(now, this.#closedUntil), now);
  }

  /** Milliseconds between two requests of a backfill, which takes what is left; none for others, and where it is alone. */
  #gap({ client, priority, perMinute }: Ask, now: number): number {
    if (priority !== 'backfill' || this.clients.isAlone(client, now)) return 0;
    return 60_000 / Math.max(1, Math.floor(perMinute) - this.departures.urgent);
  }

  #depart(turn: Turn & { readonly priority: Priority }): void {
    this.waiting.leave(turn);
    this.departures.add(turn, this.#now);
    this.clients.sends(turn.client, this.#now);
    if (turn.priority === 'backfill') this.#lastBackfill = this.#now;
  }

  #moveTo(at: number): void {
    if (at < this.#now - outOfOrder) this.#startOver(at);
    if (at <= this.#now) return;
    this.#now = at;
    this.departures.forget(at);
    this.clients.forget(at);
    this.waiting.forget(at);
  }

  /** The clock of a machine begins at 0 when that starts: how long ago all was is not known, so it was just now. */
  #startOver(at: number): void {
    this.#closedUntil += at - this.#now;
    this.#lastBackfill = at;
    this.departures.moveTo(at);
    this.clients.clear();
    this.waiting.clear();
    this.#now = at;
  }
}
