import { onlyInside } from '../../../containers/json/envelopes.ts';
import { mapPayload, type OrderMapping } from '../../../kinds/orders/mapping.ts';
import type { MappingOptions } from '../../../kinds/orders/settings.ts';
import { mapDocuments } from '../orders/map.ts';

/**
 * Maps one order of Shopify's Admin API: REST, as its webhooks send it too, or GraphQL.
 *
 * @throws {SourceError} An option makes no sense, or amounts come without a currency.
 *
 * @example
 * const mapping = mapShopifyOrder(await request.json());
 * if (mapping.status === 'mapped') await sequenzy.orders.push(mapping.order);
 */
export function mapShopifyOrder(payload: unknown, options: MappingOptions = {}): OrderMapping {
  return mapPayload(
    { map: mapDocuments },
    onlyInside(payload, { lists: ['order', 'data.order'], keyed: [] }),
    options,
  );
}
