import { expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { call } from '../../testing/call.ts';

it('fires a checkout event every time, since no idempotency is promised', async () => {
  const sandbox = createSandbox();
  const checkout = {
    checkoutId: 'c1',
    totalCents: 500,
    currency: 'EUR',
    customer: { email: 'bo@example.com' },
    properties: { provider: 'x' },
  };
  const first = await call(sandbox, 'POST', '/checkouts', checkout);
  const second = await call(sandbox, 'POST', '/checkouts', checkout);
  expect(first).toMatchObject({ status: 200, body: { success: true, checkoutId: 'c1' } });
  expect(first.body['subscriberId']).toBe(second.body['subscriberId']);
  expect(sandbox.events.map((event) => event.id)).toEqual([
    first.body['eventId'],
    second.body['eventId'],
  ]);
  expect(sandbox.events[0]).toMatchObject({
    name: 'ecommerce.checkout_started',
    properties: { provider: 'api', totalCents: 500 },
  });
});
