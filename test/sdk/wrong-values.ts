import type { Order } from 'sequenzy-commerce';
import type { Sandbox } from 'sequenzy-sandbox';
import { plainTotals } from './order-history.ts';

/** Customers whose values in the sandbox are not the shop's. Those nobody has touched yet are not there. */
export function wrongValues(sandbox: Sandbox, history: readonly Order[]): string[] {
  const expected = plainTotals(history);
  return [...sandbox.subscribers].flatMap(({ email, attributes }) => {
    const { ordersCount, spent } = expected.get(email) ?? { ordersCount: NaN, spent: {} };
    const [currency, cents] = Object.entries(spent)[0] ?? ['USD', 0];
    const units = currency === 'JPY' ? 1 : 100;
    const average = ordersCount === 0 ? 0 : Math.round(cents / ordersCount) / units;
    const right =
      attributes.ordersCount === ordersCount &&
      attributes.ltv === cents / units &&
      attributes.totalSpent === cents / units &&
      attributes.aov === average;
    return right ? [] : [email];
  });
}
