import { expect, it } from 'vitest';
import { broughtBy, type CountedAmounts } from './totals-rule.ts';

const order = { totalCents: 1000, currency: 'USD' };
const rows: [string, CountedAmounts, (number | undefined)[]][] = [
  ['placed', order, [1000, 1000, 1000]],
  ['refunded in part', { ...order, refundAmountCents: 400 }, [600, 600, 600]],
  ['refunded, no amount', { ...order, status: 'refunded' }, [0, 0, 0]],
  ['refunded above its total', { ...order, refundAmountCents: 1001 }, [0, 0, 0]],
  ['cancelled, money kept', { ...order, status: 'cancelled' }, [1000, undefined, undefined]],
  [
    'cancelled and refunded in part',
    { ...order, status: 'cancelled', refundAmountCents: 400 },
    [600, undefined, undefined],
  ],
  [
    'cancelled and refunded',
    { ...order, status: 'refunded', cancelled: true },
    [0, undefined, undefined],
  ],
  [
    'cancelled, never paid',
    { ...order, status: 'cancelled', paid: false },
    [0, undefined, undefined],
  ],
  ['pending', { ...order, paid: false }, [0, undefined, 0]],
];

it.each(rows)('of an order that is %s Shopify, WooCommerce and net take', (_, one, expected) => {
  const rules = ['shopify', 'woocommerce', 'net'] as const;
  expect(rules.map((rule) => broughtBy(one, rule))).toEqual(expected);
});
