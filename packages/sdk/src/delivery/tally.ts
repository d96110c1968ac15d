import type { LedgerEntry, StockState } from '../ledger/ledger.ts';
import type { Outcome, Progress } from './outcome.ts';

/** The running figures of one delivery. */
export class Tally {
  read = 0;
  backInStockEventsTriggered = 0;
  differences = 0;
  readonly meter = { sent: 0, retried: 0, rateLimited: 0 };
  readonly #outcomes = { accepted: 0, unchanged: 0, rejected: 0, notAttempted: 0 };
  readonly #changes = { created: 0, changed: 0, restockedProducts: 0, restockedVariants: 0 };

  count({ status }: Outcome): void {
    this.#outcomes[status] += 1;
  }

  /** One key was accepted: what that changed, as far as the ledger knew. */
  countChange(before: LedgerEntry | undefined, after: StockState | undefined): void {
    this.#changes[before === undefined ? 'created' : 'changed'] += 1;
    if (before?.stock === undefined || after === undefined) return;
    const stillOut = new Set(after.out);
    this.#changes.restockedVariants += before.stock.out.filter((id) => !stillOut.has(id)).length;
    if (!before.stock.inStock && after.inStock) this.#changes.restockedProducts += 1;
  }

  progress(): Progress {
    return {
      records: { read: this.read, ...this.#outcomes },
      requests: { ...this.meter },
      changes: { ...this.#changes },
      backInStockEventsTriggered: this.backInStockEventsTriggered,
      differences: this.differences,
    };
  }
}
