import type { Carried, Restocks } from './bulk-endpoint.ts';
import type { Outcome, Progress } from './outcome.ts';

/** The running figures of one delivery. */
export class Tally {
  read = 0;
  backInStockEventsTriggered = 0;
  differences = 0;
  readonly meter = { sent: 0, retried: 0, rateLimited: 0 };
  /** Of requests that only read. */
  readonly reads = { sent: 0, retried: 0, rateLimited: 0 };
  readonly #outcomes = { accepted: 0, unchanged: 0, rejected: 0, unknown: 0, notAttempted: 0 };
  readonly #changes = { created: 0, changed: 0, restockedProducts: 0, restockedVariants: 0 };
  readonly #stock = { products: 0, carried: 0, unknown: 0, others: 0, unread: 0 };

  count({ status }: Outcome): void {
    this.#outcomes[status] += 1;
  }

  /** One more was read, and is unchanged. */
  known(): void {
    this.read += 1;
    this.#outcomes.unchanged += 1;
  }

  /** One key was accepted: what that changed, as far as the ledger knew. */
  countChange(kind: 'created' | 'changed' | 'same', { products, variants }: Restocks): void {
    if (kind !== 'same') this.#changes[kind] += 1;
    this.#changes.restockedProducts += products;
    this.#changes.restockedVariants += variants;
  }

  /** One product was accepted with what it did not state. */
  countStock({ lacks, isUnread, carried, unknown }: Omit<Carried, 'before'>): void {
    this.#stock[lacks === 'stock' ? 'products' : 'others'] += 1;
    this.#stock.carried += carried;
    this.#stock.unknown += unknown;
    if (isUnread) this.#stock.unread += 1;
  }

  progress(): Progress {
    return {
      records: { read: this.read, ...this.#outcomes },
      requests: { ...this.meter },
      changes: { ...this.#changes },
      stock: { ...this.#stock, requests: this.reads.sent },
      backInStockEventsTriggered: this.backInStockEventsTriggered,
      differences: this.differences,
    };
  }
}
