import { mapPayload, type OrderMapping } from '../../../kinds/orders/mapping.ts';
import type { MappingOptions } from '../../../kinds/orders/settings.ts';
import { mapDocument } from '../orders/map.ts';

/**
 * Maps one order of WooCommerce's REST API, as its webhooks send it too.
 *
 * @throws {SourceError} An option makes no sense, or amounts come without a currency.
 *
 * @example
 * const mapping = mapWooCommerceOrder(await request.json());
 * if (mapping.status === 'mapped') await sequenzy.orders.push(mapping.order);
 */
export function mapWooCommerceOrder(payload: unknown, options: MappingOptions = {}): OrderMapping {
  return mapPayload({ map: mapDocument }, payload, options);
}
