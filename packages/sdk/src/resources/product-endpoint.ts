import { isObject, limits, type Product, productSchema, readUpsertReply } from 'sequenzy-contract';
import { checkInput, type Transport } from 'sequenzy-transport';
import { restockCount } from '../answers/restock-count.ts';
import { unconfirmedIn } from '../answers/unconfirmed.ts';
import type { BulkEndpoint, Part } from '../delivery/bulk-endpoint.ts';
import type { Difference } from '../delivery/outcome.ts';
import { compareProduct } from './compare-product.ts';
import { mergeProduct } from './merge-product.ts';
import { restocks, stockAfter } from './product-stock.ts';
import type { StockCarrier } from './stock/carry-stock.ts';

const opening = '{"products":[';
const closing = ']}';

const upsert = { method: 'POST', path: '/products' } as const;

/**
 * POST /products: up to 100 products a request, idempotent by productId. Source: the vendor's page "products upsert".
 *
 * @param carrier Completes stock that products do not state. Default: they leave as they are.
 */
export function productEndpoint(
  transport: Transport,
  carrier?: StockCarrier,
): BulkEndpoint<Product> {
  return {
    field: 'products',
    maxRecords: limits.productsPerRequest,
    bodyBytes: (records, bytes) =>
      opening.length + bytes + Math.max(0, records - 1) + closing.length,
    check: (input) => {
      const checked = checkInput(productSchema, input);
      if ('faults' in checked) return { faults: checked.faults, key: idOf(input) };
      const { productId } = checked.record;
      return { record: checked.record, key: productId, lane: productId };
    },
    merge: mergeProduct,
    identity: (_, text) => text,
    stockAfter,
    restocks,
    ...(carrier && { complete: carrier.complete }),
    send: async (parts, { drain, meter, permit }) => {
      const answer = await transport({
        ...upsert,
        body: opening + parts.map(({ text }) => text).join(',') + closing,
        replayable: true,
        priority: 'catalog',
        drain,
        meter,
        permit,
      });
      const keys = parts.map(({ key }) => key);
      const unconfirmed = unconfirmedIn(answer, upsert, keys);
      const doubtful = new Set(unconfirmed?.keys);
      carrier?.took(parts.filter(({ key }) => !doubtful.has(key)));
      const { count, warning } = restockCount(answer, parts);
      const differences = differencesIn(parts, readUpsertReply(answer.json));
      return { backInStockEventsTriggered: count, differences, unconfirmed, warning };
    },
  };
}

/** The reply repeats what it stored: a check of every field that costs no request. */
function differencesIn(
  parts: readonly Part<Product>[],
  { products = [] }: { products?: Parameters<typeof compareProduct>[1][] | undefined },
): Difference[] {
  const echoes = new Map(products.map((echo) => [echo.productId ?? echo.providerProductId, echo]));
  return parts.flatMap(({ key, record }) => {
    const echo = echoes.get(key);
    return echo === undefined ? [] : compareProduct(record, echo);
  });
}

function idOf(input: unknown): string | undefined {
  const id: unknown = isObject(input) ? Reflect.get(input, 'productId') : undefined;
  return typeof id === 'string' ? id : undefined;
}
