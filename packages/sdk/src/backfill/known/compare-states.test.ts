import type { Order } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { compareStates } from './compare-states.ts';
import { stateOf } from './order-state.ts';

const tee = {
  productId: 'a',
  variantId: 'a1',
  title: 'Tee',
  quantity: 1,
  priceCents: 1000,
  sku: 'T',
};
const cap = { productId: 'b', title: 'Cap', quantity: 2, priceCents: 1000 };
const order: Order = {
  orderId: '1',
  status: 'fulfilled',
  totalCents: 3000,
  currency: 'USD',
  customer: { email: 'ada@shop.example' },
  items: [tee, cap],
};

function compare(changed: Partial<Order>, derivesIds = false) {
  const state = (one: Order) => stateOf(one, { derivesIds }, 'salt');
  return compareStates(state(order), state({ ...order, ...changed }));
}

describe('an order against what was sent of it', () => {
  it.each<[string, Partial<Order>, string[]]>([
    ['a later status', { status: 'cancelled' }, ['status']],
    ['refunded, which takes off all of it', { status: 'refunded' }, ['status', 'refund']],
    ['another total', { totalCents: 3001 }, ['total']],
    ['a refund in part', { refundAmountCents: 5 }, ['refund']],
    ['another currency', { currency: 'EUR' }, ['currency']],
    ['no lines', { items: [] }, ['lines']],
    ['another variant', { items: [{ ...tee, variantId: 'a2' }, cap] }, ['lines']],
    ['another price', { items: [tee, { ...cap, priceCents: 1 }] }, ['lines']],
    ['lines in another order', { items: [cap, tee] }, []],
    ['another title', { items: [{ ...tee, title: 'X' }, cap] }, []],
    ['another number, name and property', { orderNumber: '9', properties: { a: 1 } }, []],
    ['an address in another case', { customer: { email: ' ADA@shop.example' } }, []],
  ])('has for %s the reasons %j', (_, changed, changes) => {
    expect(compare(changed)).toEqual({ changes });
  });

  it('is not sent for an earlier status without a larger refund, or another address', () => {
    expect(compare({ status: 'placed', totalCents: 1 })).toEqual({ not: 'earlier' });
    expect(compare({ status: 'placed', refundAmountCents: 5 })).toEqual({ changes: ['refund'] });
    const customer = { email: 'bo@shop.example' };
    expect(compare({ status: 'refunded', customer })).toEqual({ not: 'address' });
  });

  it('has its lines by SKU, else by title and variant, where ids are derived', () => {
    const found = { ...cap, productId: '7', title: 'Cap' };
    expect(compare({ items: [{ ...tee, productId: '8' }, found] }, true)).toEqual({
      changes: [],
    });
    const renamed = { ...cap, title: 'Hat' };
    expect(compare({ items: [tee, renamed] }, true)).toEqual({
      changes: ['lines'],
    });
  });
});
