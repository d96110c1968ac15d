import type { Clock } from 'sequenzy-contract';
import type { QuotaBook } from '../../quota/quota-book.ts';
import { QuotaState, type Verdict } from '../../quota/quota-state.ts';
import { recordFrom, written, type Ask, type QuotaRecord } from '../../quota/record.ts';
import { connectTo, type Connected, type Entry } from './connection.ts';

export interface RedisBookOptions {
  readonly url: string;
  /** Begins the names of its three keys. */
  readonly key: string;
  readonly clock: Clock;
}

/** Milliseconds after which Redis counts as out of reach. */
const patience = 5000;
/** So many entries behind the last snapshot, a new one is made. */
const snapshotEvery = 1000;
/** Entries stay in the stream for so long after a snapshot of them, for whoever has not read them. */
const kept = 600_000;
/** One that has not read for so long begins at the snapshot. */
const behind = kept / 2;
/** A server that started later than this ago may have lost what it knew. */
const window = 70_000;

/** The log of a quota as a stream of Redis, whose ids give the order and the time. */
export class RedisBook implements QuotaBook {
  state = new QuotaState();
  readonly #options: RedisBookOptions;
  #connected: Promise<Connected> | undefined;
  #isRead = false;
  #last: Promise<unknown> = Promise.resolve();
  #lastId = '0-0';
  #sinceSnapshot = 0;
  /** From the clock of this machine to that of the server. */
  #offset: number;
  readonly #untold: QuotaRecord[] = [];

  constructor(options: RedisBookOptions) {
    this.#options = options;
    this.#offset = options.clock.now() - options.clock.monotonic();
  }

  now(): number {
    return Math.floor(this.#options.clock.monotonic() + this.#offset);
  }

  async ask(ask: Ask): Promise<Verdict> {
    // One that came too late is still on its way: what it reads must not be read twice.
    const asked = this.#last.then(() => this.#ask(ask));
    this.#last = asked.catch(() => undefined);
    const late = new AbortController();
    const limit = this.#options.clock.sleep(patience, late.signal).then(() => {
      throw new Error('Redis does not answer');
    });
    try {
      return await Promise.race([asked, limit]);
    } finally {
      late.abort();
      limit.catch(() => undefined);
    }
  }

  tell(record: QuotaRecord): void {
    this.#untold.push(record);
    if (!this.#isRead || this.#connected === undefined) return;
    const records = this.#untold.splice(0);
    this.#connected
      .then((connected) => connected.exchange(this.#options.key, textsOf(records), undefined))
      .catch(() => this.#untold.unshift(...records));
  }

  async #ask(ask: Ask): Promise<Verdict> {
    this.#connected ??= connectTo(this.#options.url, () => {
      this.#isRead = false;
    });
    const connected = await this.#connected.catch((error: unknown) => {
      this.#connected = undefined;
      throw error;
    });
    connected.hold();
    try {
      if (!this.#isRead || this.now() - timeOf(this.#lastId) > behind) await this.#open(connected);
      const records = [...this.#untold.splice(0), ask];
      const { key, clock } = this.#options;
      const { ids, entries } = await connected
        .exchange(key, textsOf(records), this.#lastId)
        .catch((error: unknown) => {
          this.#untold.unshift(...records.slice(0, -1));
          throw error;
        });
      const own = ids.at(-1) ?? '';
      this.#offset = timeOf(own) - clock.monotonic();
      const verdict = this.#take(entries, own);
      if (this.#sinceSnapshot >= snapshotEvery) await this.#keep(connected);
      if (verdict === undefined) throw new Error('Redis has lost what was written');
      return verdict;
    } finally {
      connected.release();
    }
  }

  /** After a restart the server may know less than the clients did: then all wait until nothing old counts any more. */
  async #open(connected: Connected): Promise<void> {
    const { key } = this.#options;
    const { runId, uptime } = await connected.server();
    const rest = window - uptime;
    if ((await connected.get(`${key}:server`)) !== runId) {
      const pause = { kind: 'pause', client: '', milliseconds: rest } as const;
      await connected.setAndTell(`${key}:server`, runId, key, rest > 0 ? textsOf([pause]) : []);
    }
    const text = await connected.get(`${key}:state`);
    const { id, state } = snapshotFrom(text);
    this.state = new QuotaState(state);
    this.#lastId = id;
    this.#sinceSnapshot = 0;
    this.#isRead = true;
  }

  #take(entries: readonly Entry[], own: string): Verdict | undefined {
    let verdict: Verdict | undefined;
    for (const { id, text } of entries) {
      this.#lastId = id;
      this.#sinceSnapshot += 1;
      const record = recordFrom(JSON.parse(text) as unknown[]); // our own stream
      const result = record && this.state.apply(record, timeOf(id));
      if (id === own) verdict = result;
    }
    return verdict;
  }

  async #keep(connected: Connected): Promise<void> {
    const { key } = this.#options;
    const id = this.#lastId;
    this.#sinceSnapshot = 0;
    const text = JSON.stringify({ id, state: this.state });
    await connected.snapshot(`${key}:state`, text, key, `${timeOf(id) - kept}-0`);
  }
}

function textsOf(records: readonly QuotaRecord[]): string[] {
  return records.map((record) => JSON.stringify(written(record)));
}

/** `1735689600000-3` */
function timeOf(id: string): number {
  return Number(id.split('-')[0]);
}

interface Snapshot {
  readonly id: string;
  readonly state?: ReturnType<QuotaState['toJSON']>;
}

function snapshotFrom(text: string | null): Snapshot {
  return text === null ? { id: '0-0' } : (JSON.parse(text) as Snapshot); // our own key
}
