import { isRecord } from 'sequenzy-contract';
import type { Documents } from '../../../documents/document.ts';
import { mapPayload, type OrderMapping } from '../../../kinds/orders/mapping.ts';
import type { MappingOptions } from '../../../kinds/orders/settings.ts';
import { type MappedOrder, type OrderSettings, noOrder } from '../../../kinds/orders/source.ts';
import { mapDocumentVersions } from '../../../kinds/orders/versions/document-versions.ts';
import { isOrder, mapGraphql } from './graphql.ts';
import { onlyInside } from '../../../containers/json/envelopes.ts';
import { mapRest } from './rest.ts';

/** An order of the Admin API, as REST or GraphQL answers it, or a bulk export with its lines beside it. */
export function mapDocuments(documents: Documents, settings: OrderSettings): MappedOrder {
  const [first] = documents;
  if (!isRecord(first.value)) return noOrder(first);
  if ('financial_status' in first.value) return mapRest(documents, settings);
  return mapDocumentVersions(documents, isOrder, (version) => mapGraphql(version, settings));
}

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
