import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { call, upsert } from '../../testing/call.ts';

const mug = { productId: 'mug', title: 'Mug' };

function wait(sandbox: Sandbox, variantId?: string, email = 'ana@example.com') {
  return call(sandbox, 'POST', '/back-in-stock', {
    productId: 'mug',
    ...(variantId === undefined ? {} : { variantId }),
    customer: { email },
  });
}

function variants(small: boolean, large: boolean) {
  return {
    ...mug,
    variants: [
      { variantId: 's', title: 'S', inStock: small },
      { variantId: 'l', title: 'L', inStock: large },
    ],
  };
}

describe('POST /back-in-stock', () => {
  it('fires for everybody who waits when the product turns in stock, once', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, { ...mug, inStock: false });
    const reply = await wait(sandbox);
    expect(reply).toMatchObject({
      status: 200,
      body: { success: true, subscriberId: sandbox.subscribers.get('ana@example.com')?.id },
    });
    await wait(sandbox);
    await wait(sandbox, undefined, 'bo@example.com');
    expect(sandbox.waitlist).toMatchObject([
      { variantId: 'mug', email: 'ana@example.com', state: 'waiting' },
      { email: 'bo@example.com' },
    ]);
    expect(
      (await upsert(sandbox, { ...mug, title: 'Still out' })).body['backInStockEventsTriggered'],
    ).toBe(0);
    expect(
      (await upsert(sandbox, { ...mug, inStock: true })).body['backInStockEventsTriggered'],
    ).toBe(1);
    expect(
      (await upsert(sandbox, { ...mug, inStock: true })).body['backInStockEventsTriggered'],
    ).toBe(0);
    expect(sandbox.events.map((event) => event.name)).toEqual([
      ...Array<string>(3).fill('ecommerce.back_in_stock_requested'),
      ...Array<string>(2).fill('ecommerce.back_in_stock'),
    ]);
  });

  it('fires for the variant that turned and not for its neighbour', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, variants(false, false));
    await wait(sandbox, 's');
    expect((await upsert(sandbox, variants(false, true))).body['backInStockEventsTriggered']).toBe(
      0,
    );
    expect((await upsert(sandbox, variants(true, true))).body['backInStockEventsTriggered']).toBe(
      1,
    );
    expect(sandbox.events.at(-1)?.properties).toMatchObject({
      productId: 'mug',
      variantId: 's',
      variantTitle: 'S',
    });
  });

  it('cancels a pending notification when the variant goes out of stock, and a new request waits again', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, variants(false, true));
    await wait(sandbox, 's');
    await upsert(sandbox, variants(true, true));
    expect(sandbox.waitlist[0]?.state).toBe('pending');
    await upsert(sandbox, variants(false, true));
    expect(sandbox.waitlist[0]?.state).toBe('cancelled');
    await wait(sandbox, 's');
    expect((await upsert(sandbox, variants(true, true))).body['backInStockEventsTriggered']).toBe(
      1,
    );
  });

  it('fires for a product that was not in the catalog when somebody asked', async () => {
    const sandbox = createSandbox();
    await wait(sandbox);
    expect((await upsert(sandbox, mug)).body['backInStockEventsTriggered']).toBe(1);
  });

  it('fires when a product goes out and comes back within one request', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, mug);
    await wait(sandbox);
    const reply = await upsert(sandbox, { ...mug, inStock: false }, { ...mug, inStock: true });
    expect(reply.body['backInStockEventsTriggered']).toBe(1);
  });
});
