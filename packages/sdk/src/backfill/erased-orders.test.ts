import { expect, it } from 'vitest';
import { erasureKeys } from '../ledger/erasures.ts';
import type { Ledger, LedgerWrite } from '../ledger/ledger.ts';
import { planBackfill } from './plan-backfill.ts';
import { pushChanged } from './push-changed.ts';

/** A ledger in which a customer was erased. */
async function ledgerWithout(email: string): Promise<Ledger> {
  const keys = await erasureKeys(email, 'salt');
  const entries = new Map<string, LedgerWrite>(
    keys.map((key) => [key, { key, fingerprint: null }]),
  );
  return {
    salt: 'salt',
    read: (asked) => Promise.resolve(asked.map((key) => entries.get(key))),
    write: (some) => {
      for (const entry of some) entries.set(entry.key, entry);
      return Promise.resolve();
    },
    async *list() {
      yield* await Promise.resolve(entries.values());
    },
  };
}

const orderOf = (orderId: string, email: string, totalCents = 100) => ({
  orderId,
  totalCents,
  currency: 'EUR',
  orderedAt: '2026-03-02T09:30:00Z',
  customer: { email },
});

const orders = [
  orderOf('1', 'ann@shop.example'),
  orderOf('2', 'bob@shop.example'),
  orderOf('3', 'Ann@Shop.example', -1),
  orderOf('4', 'ANN@shop.example'),
];

it.each([{}, { ltvFirst: true }])('sends nothing of an erased customer, %o', async (how) => {
  const ledger = await ledgerWithout('ann@shop.example');
  const plan = await planBackfill(orders, { totals: 'computed', ledger, ...how });
  expect(plan).toMatchObject({ orders: 1, erased: 3, rejected: 0, customers: 1, leftOut: 0 });
  expect(plan.incompleteCustomers).toEqual([]);
});

it('counts them where the source is read once', async () => {
  const ledger = await ledgerWithout('ann@shop.example');
  const once = orders[Symbol.iterator]();
  const plan = await planBackfill(once, { totals: 'none', singlePass: true, ledger });
  expect(plan).toMatchObject({ orders: 1, erased: 3 });
});

it('has nobody erased without a ledger', async () => {
  expect(await planBackfill(orders, { totals: 'none' })).toMatchObject({ orders: 3, erased: 0 });
});

it('pushes no order of an erased customer', async () => {
  const ledger = await ledgerWithout('ann@shop.example');
  const pushed: string[] = [];
  const client = {
    orders: {
      push: ({ orderId }: { orderId: string }) => {
        pushed.push(orderId);
        return Promise.resolve({} as never);
      },
    },
  };
  expect(await pushChanged(client, orderOf('9', 'Ann@shop.example'), { ledger })).toBe('erased');
  expect(await pushChanged(client, orderOf('8', 'bob@shop.example'), { ledger })).toBe('sent');
  expect(pushed).toEqual(['8']);
});
