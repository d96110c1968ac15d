import {
  SequenzyCommerce,
  type Ledger,
  type LedgerEntry,
  type Order,
  type OrderState,
} from 'sequenzy-commerce';
import { type BackfillOptions } from 'sequenzy-commerce/backfill';
import { createSandbox, type Sandbox, type SandboxOptions } from 'sequenzy-sandbox';
import { ManualClock } from 'sequenzy-testkit';

/** Midnight of a day in January 2024. */
export const day = (number: number): string => new Date(Date.UTC(2024, 0, number)).toISOString();

export function order(
  orderId: string,
  email: string,
  at: number,
  more: Partial<Order> = {},
): Order {
  const money = { totalCents: 1000, currency: 'USD' };
  return { orderId, ...money, orderedAt: day(at), customer: { email }, ...more };
}

export const computed: BackfillOptions = { totals: 'computed' };

/** A ledger in memory that can list its keys. */
class MemoryLedger implements Ledger {
  readonly salt = 'salt';
  readonly entries = new Map<string, LedgerEntry>();
  readonly orders = new Map<string, OrderState>();

  read(keys: readonly string[]) {
    return Promise.resolve(keys.map((key) => this.entries.get(key)));
  }

  write(entries: Parameters<Ledger['write']>[0]) {
    for (const { key, order, forget, ...entry } of entries) {
      if (order !== undefined) this.orders.set(key, order);
      if (forget !== true) this.entries.set(key, entry);
      else {
        this.entries.delete(key);
        this.orders.delete(key);
      }
    }
    return Promise.resolve();
  }

  readOrders(keys: readonly string[]) {
    return Promise.resolve(keys.map((key) => this.orders.get(key)));
  }

  async *list() {
    await Promise.resolve();
    for (const [key, entry] of this.entries) {
      const order = this.orders.get(key);
      yield { key, ...entry, ...(order && { order }) };
    }
  }

  async *keys() {
    await Promise.resolve();
    yield* this.entries.keys();
  }
}

/** The SDK against a sandbox in memory, both on a clock that is moved by hand. */
export function setUp(
  options: SandboxOptions = {},
  watch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
) {
  const clock = new ManualClock(Date.UTC(2026, 0, 1, 12));
  const sandbox = createSandbox({ clock, ...options });
  const sequenzy = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    fetch: watch(sandbox.fetch),
    clock,
    random: () => 0.5,
    ...(options.rateLimit === true ? {} : { rateLimit: false }),
  });
  return { clock, sandbox, sequenzy, ledger: new MemoryLedger() };
}

/** What was pushed, in the order of arrival. */
export function pushed(sandbox: Sandbox): string[] {
  return sandbox.events.map(({ name, properties }) => {
    const { orderId } = properties as { orderId: string }; // the sandbox puts it on every order's event
    return `${orderId} ${name.replace('ecommerce.order_', '')}`;
  });
}
