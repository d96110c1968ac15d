import { priorities, type Priority } from 'sequenzy-transport';
import type { Who } from './record.ts';

/** A client, as far as its records tell. */
export interface QuotaClient {
  readonly who: Who | undefined;
  readonly since: number;
  readonly lastAt: number;
  /** When it last asked, by priority. */
  readonly asked: Partial<Record<Priority, number>>;
  /** Requests that have left. */
  readonly sent: number;
}

/** A client is registered for so long after its last request. */
const activeFor = 600_000;

/** Who uses a quota. */
export class Clients {
  readonly #all: Map<string, QuotaClient>;

  constructor(all: Iterable<readonly [string, QuotaClient]> = []) {
    this.#all = new Map(all);
  }

  toJSON(): readonly (readonly [string, QuotaClient])[] {
    return [...this.#all];
  }

  introduce(name: string, who: Who, at: number): void {
    this.#all.set(name, { ...this.#get(name, at), who, lastAt: at });
  }

  asks(name: string, priority: Priority, at: number): void {
    const client = this.#get(name, at);
    this.#all.set(name, { ...client, lastAt: at, asked: { ...client.asked, [priority]: at } });
  }

  sends(name: string, at: number): void {
    const client = this.#get(name, at);
    this.#all.set(name, { ...client, lastAt: at, sent: client.sent + 1 });
  }

  forget(now: number): void {
    for (const [name, { lastAt }] of this.#all) {
      if (lastAt <= now - activeFor) this.#all.delete(name);
    }
  }

  clear(): void {
    this.#all.clear();
  }

  active(now: number): ReadonlyMap<string, QuotaClient> {
    return new Map([...this.#all].filter(([, { lastAt }]) => lastAt > now - activeFor));
  }

  /** Whether nothing more urgent than a backfill is registered. What this client reads for its own backfill is not a reason. */
  isAlone(name: string, now: number): boolean {
    const isActive = (at: number | undefined): boolean => at !== undefined && at > now - activeFor;
    const urgent = priorities.filter((priority) => priority !== 'backfill');
    return [...this.#all].every(([other, { asked }]) =>
      urgent.every(
        (priority) => !isActive(asked[priority]) || (other === name && priority === 'catalog'),
      ),
    );
  }

  #get(name: string, at: number): QuotaClient {
    return this.#all.get(name) ?? { who: undefined, since: at, lastAt: at, asked: {}, sent: 0 };
  }
}
