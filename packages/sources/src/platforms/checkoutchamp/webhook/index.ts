import { mapPayload, type OrderMapping } from '../../../kinds/orders/mapping.ts';
import type { MappingOptions } from '../../../kinds/orders/settings.ts';
import { mapDocument } from '../orders/map.ts';

/**
 * Maps one order of CheckoutChamp (Konnektive), as its order query answers it or as a webhook ("export profile") sends it.
 *
 * `orderId` is the ten hex digits that both know: `clientOrderId`, where it is there. `formerId` is the number by which a
 * webhook calls the same order. Without `items` and without `product1_name` to `product5_qty` the order is rejected; an
 * empty list of `items` says that none are known. An order that was cancelled in the CRM is `skipped` with
 * `orderIfKnown`: to be pushed only where the order was pushed before.
 *
 * @param options `timezone` of the account is needed; `currency` where orders carry none.
 * @throws {SourceError} An option makes no sense, or amounts come without a currency.
 *
 * @example
 * const mapping = mapCheckoutChampOrder(order, { timezone: 'America/New_York', currency: 'USD' });
 * if (mapping.status === 'mapped') await sequenzy.orders.push(mapping.order);
 */
export function mapCheckoutChampOrder(
  payload: unknown,
  options: MappingOptions = {},
): OrderMapping {
  return mapPayload({ map: mapDocument }, payload, options);
}
