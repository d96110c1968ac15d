import type { Order } from 'sequenzy-contract';
import type { Ledger, OrderState } from '../../ledger/ledger.ts';
import { addressHash } from '../../ledger/addresses.ts';
import { orderIdOfKey } from '../ledger-key.ts';

/** For whom the orders of a source were sent before: Sequenzy keeps them there, whatever address they have now. */
export interface SentFor {
  /** By orderId, those that were sent for another address than they have now: that address, where the source has it. */
  readonly moved: ReadonlyMap<string, string | undefined>;
  /** Whether the source withholds an order that was sent for the address: its totals cannot be told then. */
  isLacking(email: string): boolean;
  /** Whether the order is withheld, and known to be of one of those customers. */
  isOwned(orderId: string): boolean;
}

/** A source, and which orders of it are not handed out. */
export type WithheldOrders = AsyncIterable<Order> & { withholds(orderId: string): boolean };

/** Orders that are looked up together. */
const together = 500;

/** Compares a source with what the ledger knows of its orders. Goes through it once, and again where an address has changed. */
export async function sentFor(
  orders: WithheldOrders,
  ledger: Pick<Ledger, 'readOrders' | 'list' | 'salt'>,
): Promise<SentFor> {
  const salt = ledger.salt ?? '';
  const hashes = new Map<string, string>();
  for await (const [{ orderId, customer }, state] of known(orders, ledger)) {
    if (state.email !== addressHash(customer.email, salt)) hashes.set(orderId, state.email);
    else hashes.delete(orderId);
  }
  const addresses = new Map<string, string>();
  const wanted = new Set(hashes.values());
  if (wanted.size > 0) {
    for await (const { customer } of orders) {
      const hash = addressHash(customer.email, salt);
      if (wanted.has(hash)) addresses.set(hash, customer.email);
    }
  }
  const [lost, owned] = [new Set<string>(), new Set<string>()];
  for await (const { key, order } of ledger.list?.() ?? []) {
    const orderId = orderIdOfKey(key);
    if (order === undefined || !orders.withholds(orderId)) continue;
    lost.add(order.email);
    owned.add(orderId);
  }
  return {
    moved: new Map([...hashes].map(([orderId, hash]) => [orderId, addresses.get(hash)])),
    isLacking: (email) => lost.size > 0 && lost.has(addressHash(email, salt)),
    isOwned: (orderId) => owned.has(orderId),
  };
}

/** The orders that the ledger knows, with their state. */
async function* known(
  orders: AsyncIterable<Order>,
  ledger: Pick<Ledger, 'readOrders'>,
): AsyncGenerator<readonly [Order, OrderState]> {
  let asked: Order[] = [];
  const answered = async (): Promise<(readonly [Order, OrderState])[]> => {
    const states = (await ledger.readOrders?.(asked.map(({ orderId }) => orderId))) ?? [];
    return asked.flatMap((order, at) => {
      const state = states[at];
      return state === undefined ? [] : [[order, state] as const];
    });
  };
  for await (const order of orders) {
    asked.push(order);
    if (asked.length < together) continue;
    yield* await answered();
    asked = [];
  }
  yield* await answered();
}
