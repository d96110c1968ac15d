import { updateStock } from '../resources/stock/update-stock.ts';
import { backfill } from '../backfill/backfill.ts';
import { createSandbox } from 'sequenzy-sandbox';
import { ManualClock } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { SequenzyCommerce } from '../client/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Outcome } from './outcome.ts';

const clock = new ManualClock();

/** Lets so many requests leave. */
function ledgerFor(requests: number): Ledger {
  let left = requests;
  return {
    read: (keys) => Promise.resolve(keys.map(() => undefined)),
    write: () => Promise.resolve(),
    verify: () =>
      left-- > 0 ? Promise.resolve() : Promise.reject(new Error('process 7 has taken it over')),
  };
}

function clientOf(sandbox: ReturnType<typeof createSandbox>): SequenzyCommerce {
  return new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: sandbox.fetch, clock });
}

const products = Array.from({ length: 250 }, (_, at) => ({
  productId: `p-${String(at)}`,
  title: 'T',
}));

const orders = ['1', '2', '3', '4'].map((orderId) => ({
  orderId,
  totalCents: 100,
  currency: 'USD',
  orderedAt: '2024-01-01T00:00:00Z',
  customer: { email: `${orderId}@example.com` },
}));

it('a ledger that was taken over stops products before the next request', async () => {
  const sandbox = createSandbox();
  const outcomes: Outcome[] = [];
  const result = await clock.run(
    clientOf(sandbox).products.sync(products, {
      ledger: ledgerFor(1),
      concurrency: 1,
      accountForAll: true,
      onOutcome: (outcome) => outcomes.push(outcome),
    }),
  );
  expect(sandbox.requests).toHaveLength(1);
  expect(result).toMatchObject({
    status: 'stopped',
    stoppedBy: { code: 'ledger', message: 'The ledger failed: process 7 has taken it over' },
    records: { read: 250, accepted: 100, notAttempted: 150 },
  });
  expect(outcomes.at(-1)).toMatchObject({ status: 'notAttempted' });
});

it('it stops a backfill, too', async () => {
  const sandbox = createSandbox();
  const result = await clock.run(
    backfill(clientOf(sandbox), () => orders, {
      totals: 'none',
      ledger: ledgerFor(2),
      concurrency: 1,
    }),
  );
  expect(sandbox.requests).toHaveLength(2);
  expect(result).toMatchObject({ stoppedBy: { code: 'ledger' }, records: { accepted: 2 } });
});

it('a repeat is a request like any other: what was sent once may have arrived, and does not leave again', async () => {
  const sandbox = createSandbox({ faults: [{ do: { kind: 'reset', when: 'after-work' } }] });
  const outcomes: Outcome[] = [];
  const result = await clock.run(
    clientOf(sandbox).products.sync(products.slice(0, 1), {
      ledger: ledgerFor(1),
      onOutcome: (outcome) => outcomes.push(outcome),
    }),
  );
  expect(sandbox.requests).toHaveLength(1);
  expect(result.stoppedBy?.code).toBe('ledger');
  expect(outcomes).toMatchObject([{ status: 'unknown', key: 'p-0' }]);
});

it('a change of stock asks before it sends', async () => {
  const sandbox = createSandbox();
  const client = clientOf(sandbox);
  await clock.run(client.products.sync(products.slice(0, 1)));
  const before = sandbox.requests.length;
  const result = await clock.run(
    updateStock(client, [{ productId: 'p-0', inStock: false }], { ledger: ledgerFor(0) }),
  );
  expect(result.stoppedBy?.code).toBe('ledger');
  expect(sandbox.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
});

it('a deletion that may not leave does not', async () => {
  const sandbox = createSandbox();
  const permit = (): Promise<void> => Promise.reject(new Error('not any more'));
  await expect(clientOf(sandbox).products.delete('p-0', { permit })).rejects.toThrow(
    'not any more',
  );
  expect(sandbox.requests).toEqual([]);
});
