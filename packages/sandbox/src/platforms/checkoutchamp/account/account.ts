import { AccountTime } from './account-time.ts';
import type { CheckoutChampCampaign } from './campaign.ts';
import { paidFor, type CheckoutChampSeed, type StoredOrder } from './order.ts';
import type { StoredTransaction } from './transaction.ts';

/** Everything that one account holds. */
export class Account {
  readonly orders = new Map<string, StoredOrder>();
  readonly transactions: StoredTransaction[] = [];
  readonly campaigns = new Map<number, CheckoutChampCampaign>();
  readonly #time: AccountTime;

  constructor(timezone: string) {
    this.#time = new AccountTime(timezone);
  }

  /** Puts an order in, with the transaction that paid it. One that is there already is replaced, and keeps its transactions. */
  put(seed: CheckoutChampSeed): void {
    const { status = 'COMPLETE', updatedAt = seed.at } = seed;
    const isNew = !this.orders.has(seed.orderId);
    const created = this.#local(seed.at);
    const order: StoredOrder = { ...seed, status, created, updated: this.#local(updatedAt) };
    this.orders.set(seed.orderId, order);
    if (!isNew || status === 'PARTIAL' || status === 'PENDING') return;
    this.#move(order, 'SALE', paidFor(order), { at: seed.at, isSuccess: status !== 'DECLINED' });
    if (status === 'REFUNDED') this.#move(order, 'REFUND', paidFor(order), { at: updatedAt });
  }

  /** Money goes back. An order that has nothing left becomes REFUNDED. */
  refund(orderId: string, cents: number, at: string): void {
    const order = this.#orderOf(orderId);
    this.#move(order, 'REFUND', cents, { at });
    const back = this.transactions
      .filter((one) => one.orderId === orderId && one.type === 'REFUND')
      .reduce((sum, one) => sum + one.cents, 0);
    if (back >= paidFor(order)) order.status = 'REFUNDED';
    order.updated = this.#local(at);
  }

  /** The bank takes money back: the row of the sale is restated, and the order does not change. */
  chargeback(orderId: string, cents: number, at: string): void {
    const sale = this.transactions.find((one) => one.orderId === orderId && one.type === 'SALE');
    if (sale === undefined) throw new RangeError(`There is no sale of order ${orderId}`);
    sale.chargeback = { cents, date: this.#local(at).slice(0, 10) };
  }

  #move(
    { orderId, actualOrderId }: StoredOrder,
    type: StoredTransaction['type'],
    cents: number,
    { at, isSuccess = true }: { readonly at: string; readonly isSuccess?: boolean },
  ): void {
    const id = 500_000 + this.transactions.length;
    const created = this.#local(at);
    this.transactions.push({ id, orderId, actualOrderId, type, isSuccess, cents, created });
  }

  #orderOf(orderId: string): StoredOrder {
    const order = this.orders.get(orderId);
    if (order === undefined) throw new RangeError(`There is no order ${orderId}`);
    return order;
  }

  #local(instant: string): string {
    return this.#time.textOf(Date.parse(instant));
  }
}
