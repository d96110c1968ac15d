import { suggestOrders } from '../../mapping/propose/orders.ts';
import type { HomeMade } from '../../reading/home-made.ts';
import type { OrdersOptions } from './orders.ts';
import type { OrderSource } from './source.ts';

type Said = Pick<OrdersOptions, 'currency' | 'decimal' | 'timezone' | 'dateFormat' | 'set'>;

/** How order files are read that no platform has written. */
export function homeMadeOrders(
  { currency, decimal, timezone, dateFormat, set }: Said,
  behind: HomeMade<OrderSource>['behind'],
): HomeMade<OrderSource> {
  return {
    behind,
    readsLists: true,
    currency,
    suggest: (columns) => suggestOrders(columns, { currency, decimal, timezone, dateFormat, set }),
  };
}
