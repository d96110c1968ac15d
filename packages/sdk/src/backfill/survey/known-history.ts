import { isErasure } from '../../ledger/erasures.ts';
import type { Ledger, LedgerWrite } from '../../ledger/ledger.ts';
import { orLedgerError } from '../../ledger/or-ledger-error.ts';
import { addressHash } from '../../ledger/addresses.ts';
import { orderIdOfKey } from '../ledger-key.ts';
import type { Access } from '../order-source.ts';
import { Column } from '../tables/column.ts';
import { Named } from './named.ts';
import type { Survey } from './survey.ts';

/** What the ledger tells about the history that the source has. */
export class KnownHistory {
  /** Orders of the ledger. */
  orders = 0;
  /** Orders that were sent before, and are not in the source. */
  readonly missing = new Named();
  /** Orders that were sent before, and are in the source, but withheld: skipped for want of an address, or faulty. */
  readonly lost = new Named();
  /** Orders that were sent before for another address than they have now. */
  readonly moved = new Named();
  /** Hashes of the addresses they were sent for: totals of these customers would be too low. */
  readonly #losers = new Set<string>();
  /** Ids of lost orders whose address is known by its hash. */
  readonly #owned = new Set<string>();
  /** 1 for customers with an order of the ledger. */
  readonly #covered = new Column(Uint8Array);
  readonly #salt: string;

  constructor(salt: string) {
    this.#salt = salt;
  }

  /** Whether computed totals of a customer lack an order that was sent for the address. */
  isLacking(email: string): boolean {
    return this.#losers.size > 0 && this.#losers.has(addressHash(email, this.#salt));
  }

  /** Whether a lost order is known to be of one of those whose totals lack it. */
  isOwned(orderId: string | undefined): boolean {
    return orderId !== undefined && this.#owned.has(orderId);
  }

  /** Whether an order of the customer was sent before. */
  covers(customer: number): boolean {
    return this.#covered.get(customer) === 1;
  }

  add({ key, order }: Pick<LedgerWrite, 'key' | 'order'>, survey: Survey, access: Access): void {
    if (isErasure(key)) return;
    const orderId = orderIdOfKey(key);
    const name = order?.number === undefined ? orderId : `#${order.number.replace(/^#/, '')}`;
    this.orders += 1;
    const customer = survey.customerOf(orderId);
    if (customer !== undefined) this.#covered.set(customer, 1);
    const address = customer === undefined ? undefined : survey.addresses?.of(customer);
    if (customer !== undefined && (order === undefined || order.email === address)) return;
    if (customer === undefined && survey.totals.computed?.has(orderId) === true) return;
    if (customer === undefined && !access.withholds(orderId)) {
      this.missing.addOnce(name);
      return;
    }
    (customer === undefined ? this.lost : this.moved).add(name);
    if (order === undefined) return;
    this.#losers.add(order.email);
    if (customer === undefined) this.#owned.add(orderId);
  }
}

/** Goes through the ledger once. One that cannot list its keys knows of nothing. */
export async function knownHistory(
  survey: Survey,
  access: Access,
  ledger: Ledger | undefined,
): Promise<KnownHistory> {
  const history = new KnownHistory(ledger?.salt ?? '');
  if (ledger !== undefined) await orLedgerError(readLedger(ledger, survey, access, history));
  return history;
}

async function readLedger(
  ledger: Ledger,
  survey: Survey,
  access: Access,
  history: KnownHistory,
): Promise<void> {
  if (ledger.list !== undefined) {
    for await (const entry of ledger.list()) history.add(entry, survey, access);
  } else if (ledger.keys !== undefined) {
    for await (const key of ledger.keys()) history.add({ key }, survey, access);
  }
}
