import { expect, it } from 'vitest';
import { createStickyIoSandbox, type StickyIoOptions } from './stickyio-sandbox.ts';

const order = (orderId: number, at: string) => ({
  ...{ orderId, at, customerId: 7, email: 'ann@shop.example', totalCents: 1995 },
  products: [{ productId: 11, name: 'Serum', cents: 1995 }],
});

function setUp(options: StickyIoOptions = {}) {
  const sandbox = createStickyIoSandbox(options);
  const ask = async (name: string, body: object, password = 'sandbox-password') => {
    const reply = await sandbox.fetch(`https://x.example/api/v1/${name}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`sandbox:${password}`)}` },
      body: JSON.stringify(body),
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };
  return { sandbox, ask };
}

const march = { start_date: '03/01/2026', end_date: '03/31/2026' };

it('says failures with status 200 and a code: a wrong login, nothing found, an unknown id', async () => {
  const { ask } = setUp();
  expect(await ask('order_find', march, 'x')).toMatchObject({
    status: 200,
    body: { response_code: '200' },
  });
  expect((await ask('order_find', march)).body).toMatchObject({ response_code: '333' });
  expect((await ask('order_view', { order_id: [1] })).body).toMatchObject({ response_code: '350' });
});

it('finds ids by times of the account up to the cap, and shows one order otherwise than several', async () => {
  const { sandbox, ask } = setUp({ cap: 2 });
  sandbox.seedOrders([1, 2, 3].map((id) => order(id, '2026-03-02T04:30:00Z')));
  const day = { start_date: '03/01/2026', end_date: '03/01/2026', start_time: '23:00:00' };
  const found = await ask('order_find', day);
  expect(found.body).toEqual({ response_code: '100', total_orders: '2', order_id: ['1', '2'] });
  expect((await ask('order_view', { order_id: [1] })).body).toMatchObject({ order_id: '1' });
  expect((await ask('order_view', { order_id: [1, 2] })).body).toMatchObject({ data: { 2: {} } });
});

it('finds what was refunded by when, and voids what has nothing left', async () => {
  const { sandbox, ask } = setUp();
  sandbox.seedOrders([order(1, '2026-01-02T12:00:00Z')]);
  sandbox.refund(1, 1995, '2026-03-05T12:00:00Z');
  const refunds = { ...march, group_keys: ['refund'] };
  expect((await ask('order_find_updated', refunds)).body).toMatchObject({ order_id: ['1'] });
  expect((await ask('order_find_updated', { ...march, group_keys: ['void'] })).body).toMatchObject({
    response_code: '333',
  });
  expect((await ask('order_view', { order_id: 1 })).body).toMatchObject({
    order_status: '6',
    amount_refunded_to_date: '19.95',
  });
});
