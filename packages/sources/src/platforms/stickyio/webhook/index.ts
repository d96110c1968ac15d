import { mapPayload, type OrderMapping } from '../../../kinds/orders/mapping.ts';
import type { MappingOptions } from '../../../kinds/orders/settings.ts';
import { mapDocument } from '../orders/map.ts';

/**
 * Maps one order of sticky.io (Limelight), as order_find and order_view answer it, or the tokens of a postback, called
 * as the platform calls them (`order_id`, `email`, `product_id_csv`).
 *
 * Lists of a postback are paired by position; where one is longer than another, because there is a comma in a name, the
 * order is rejected. Its `void_refund_amount` is not read: what it adds up is not documented.
 *
 * @param options The `timezone` of the account is needed, and `currency`, which only a postback may say
 * (`currency_code`).
 * @throws {SourceError} An option makes no sense, or there is not a currency code.
 *
 * @example
 * const mapping = mapStickyIoOrder(order, { timezone: 'America/New_York', currency: 'USD' });
 * if (mapping.status === 'mapped') await sequenzy.orders.push(mapping.order);
 */
export function mapStickyIoOrder(payload: unknown, options: MappingOptions = {}): OrderMapping {
  return mapPayload({ map: mapDocument }, payload, options);
}
