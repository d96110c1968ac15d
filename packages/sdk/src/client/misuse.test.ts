import { createSandbox } from 'sequenzy-sandbox';
import { describe, expect, it } from 'vitest';
import { backfill } from '../backfill/backfill.ts';
import { verifyTotals } from '../backfill/verify/verify-totals.ts';
import { deleteEach } from '../mirror/delete-each.ts';
import { mirrorCatalog } from '../mirror/mirror.ts';
import { updateStock } from '../resources/stock/update-stock.ts';
import { SequenzyCommerce } from './client.ts';

const sandbox = createSandbox();
const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: sandbox.fetch });
const ledger = { read: () => Promise.resolve([]), write: () => Promise.resolve() };
const order = {
  orderId: '1001',
  orderedAt: '2026-03-02T09:30:00Z',
  totalCents: 4999,
  currency: 'USD',
  customer: { email: 'Ada@example.com' },
};

/** As a caller without types has it. */
const wrong = (value: unknown) => value as never;

describe('misuse', () => {
  const iterable = 'expected a list or another iterable, got ';
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'nothing to upsert',
      () => sequenzy.products.upsert(wrong(undefined)),
      `source ${iterable}undefined`,
    ],
    [
      'one product alone',
      () => sequenzy.products.sync(wrong({ productId: 'a' })),
      `${iterable}object`,
    ],
    [
      'a generator function',
      () => sequenzy.products.plan(wrong(() => [])),
      'got a function: call it',
    ],
    [
      'one id alone',
      () => deleteEach(sequenzy, wrong('tee'), { ledger }),
      `productIds ${iterable}string`,
    ],
    ['no changes', () => updateStock(sequenzy, wrong(null)), `changes ${iterable}null`],
    ['no catalog', () => mirrorCatalog(sequenzy, wrong(undefined)), `source ${iterable}undefined`],
    [
      'no orders',
      () => backfill(sequenzy, wrong(undefined), { totals: 'none' }),
      `source ${iterable}undefined`,
    ],
    [
      'no options',
      () => backfill(sequenzy, [order], wrong(undefined)),
      'options is required, such as',
    ],
    [
      'unknown totals',
      () => backfill(sequenzy, [order], { totals: wrong('all') }),
      'a function or a Map',
    ],
    [
      'one address alone',
      () => verifyTotals(sequenzy, wrong({}), { emails: 'ada' }),
      `emails ${iterable}string`,
    ],
    [
      'a Date',
      () => sequenzy.orders.push({ ...order, orderedAt: wrong(new Date(0)) }),
      'got a Date: write date.toISOString()',
    ],
  ])('by %s is said in one sentence, before anything is sent', async (_, call, message) => {
    const sent = sandbox.requests.length;
    await expect(call()).rejects.toMatchObject({
      name: 'ApiValidationError',
      message: expect.stringContaining(message) as string,
    });
    expect(sandbox.requests).toHaveLength(sent);
  });
});

describe('totals from elsewhere', () => {
  const totals = { ordersCount: 7, totalSpentCents: 70_000 };
  it.each([
    ['a function', () => totals],
    ['an asynchronous function', () => Promise.resolve(totals)],
    ['a Map', new Map([['ada@example.com', totals]])],
  ])('come by %s', async (_, given) => {
    for (const singlePass of [false, true]) {
      const own = createSandbox();
      const client = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: own.fetch });
      const { status } = await backfill(client, [order], { totals: given, singlePass });
      expect(status).toBe('completed');
      expect(own.subscribers.get('ada@example.com')?.attributes).toMatchObject({ ordersCount: 7 });
    }
  });

  it('that are null stop the run with what to give instead', async () => {
    const result = await backfill(sequenzy, [order], { totals: () => wrong(null) });
    expect(result.stoppedBy?.message).toContain('give undefined where nothing is known');
  });
});

describe('throwOnStop', () => {
  it('throws what stopped a run, of each kind', async () => {
    const client = new SequenzyCommerce({ apiKey: 'seq_live_wrong', fetch: sandbox.fetch });
    const tees = [{ productId: 'tee', title: 'Tee' }];
    const options = { throwOnStop: true };
    expect((await client.products.upsert(tees)).stoppedBy?.code).toBe('authentication');
    const failure = { code: 'authentication' };
    await expect(client.products.upsert(tees, options)).rejects.toMatchObject(failure);
    await expect(client.products.sync(tees, options)).rejects.toMatchObject(failure);
    await expect(mirrorCatalog(client, tees, options)).rejects.toMatchObject(failure);
    const history = { ...options, totals: 'none' } as const;
    await expect(backfill(client, [order], history)).rejects.toMatchObject(failure);
  });
});
