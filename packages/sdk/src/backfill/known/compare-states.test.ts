import type { Order } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { compareStates } from './compare-states.ts';
import type { OrderFacts } from '../order-facts.ts';
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

const state = (one: Partial<Order>, facts: OrderFacts = {}) =>
  stateOf({ ...order, ...one }, facts, 'salt');

function compare(changed: Partial<Order>, derivesIds = false) {
  return compareStates(state({}, { derivesIds }), state(changed, { derivesIds }));
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

  it.each<[string, NonNullable<Order['items']>, string[]]>([
    ['an SKU that was added to a line', [tee, { ...cap, productId: 'C', sku: 'C' }], []],
    ['an SKU that was taken away', [{ ...tee, sku: '' }, cap], []],
    ['another title of a line with an SKU', [{ ...tee, title: 'Tee (new)' }, cap], []],
    ['another SKU', [{ ...tee, sku: 'T-2' }, cap], ['lines']],
    ['another title and SKU', [{ ...tee, title: 'Hat', sku: 'H' }, cap], ['lines']],
    ['an SKU and another quantity', [tee, { ...cap, sku: 'C', quantity: 3 }], ['lines']],
  ])('has, where ids are derived, for %s the changes %j', (_, items, changes) => {
    expect(compare({ items }, true)).toEqual({ changes });
  });

  it('has its lines by title where ids were derived before or are now', () => {
    const [ours, theirs] = [{ derivesIds: true }, {}];
    const items = [{ ...tee, productId: '8' }, cap];
    const others = [{ ...tee, title: 'Hat' }, cap];
    expect(compareStates(state({}, ours), state({ items }, theirs))).toEqual({ changes: [] });
    expect(compareStates(state({}, theirs), state({ items }, ours))).toEqual({ changes: [] });
    const lines = { changes: ['lines'] };
    expect(compareStates(state({}, ours), state({ items: others }, theirs))).toEqual(lines);
    const { titles, skus, ...old } = state({}, ours);
    expect([titles, skus]).toEqual([expect.any(String), 1]);
    expect(compareStates(old, state({ items: others }, ours))).toEqual({ changes: [] });
  });

  const at = (hour: number): OrderFacts => ({ updatedAt: `2026-03-02T${String(hour)}:00:00Z` });

  it.each<[string, Partial<Order>, number, Partial<Order>, number, object]>([
    ['revived', { status: 'cancelled' }, 10, { status: 'placed' }, 11, { changes: ['status'] }],
    ['cancelled before', { status: 'placed' }, 11, { status: 'cancelled' }, 10, { not: 'earlier' }],
    ['of one time', { status: 'cancelled' }, 10, { status: 'placed' }, 10, { not: 'earlier' }],
    ['no longer refunded', { status: 'refunded' }, 10, {}, 11, { changes: ['status', 'refund'] }],
    ['not fulfilled after all', {}, 10, { status: 'placed' }, 11, { changes: [] }],
    ['of before the refund', { refundAmountCents: 5 }, 11, {}, 10, { not: 'earlier' }],
  ])('that is %s is told by the time of its update', (_, before, from, now, to, found) => {
    expect(compareStates(state(before, at(from)), state(now, at(to)))).toEqual(found);
  });

  it('is told by its status where one of the two says no time', () => {
    const revived = state({ status: 'placed' }, at(11));
    expect(compareStates(state({ status: 'cancelled' }), revived)).toEqual({ not: 'earlier' });
  });
});
