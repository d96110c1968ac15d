import {
  isObject,
  isRecord,
  limits,
  productSchema,
  readStoredProduct,
  type Product,
} from 'sequenzy-contract';
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
      if ('faults' in checked) return { faults: checked.faults, key: textIn(input, 'productId') };
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
      const differences = differencesIn(parts, answer.json);
      return { backInStockEventsTriggered: count, differences, unconfirmed, warning };
    },
  };
}

/** The reply repeats what it stored: a check of every field that costs no request. */
function differencesIn(parts: readonly Part<Product>[], answer: unknown): Difference[] {
  const echoes = isRecord(answer) && Array.isArray(answer['products']) ? answer['products'] : [];
  const byId = new Map(
    (echoes as unknown[]).map((echo) => [
      textIn(echo, 'productId') ?? textIn(echo, 'providerProductId'),
      echo,
    ]),
  );
  return parts.flatMap((part) => {
    const echo = byId.get(part.key);
    if (echo === undefined || isIn(part.record, echo)) return [];
    return compareProduct(part.record, readStoredProduct(echo));
  });
}

/** Whether the echo has, just so, all that was sent: most have, and need not be read as a stored product is. */
function isIn(sent: unknown, echo: unknown): boolean {
  if (sent === echo) return true;
  if (!isObject(sent) || !isObject(echo)) return false;
  if (Array.isArray(sent) && (!Array.isArray(echo) || echo.length !== sent.length)) return false;
  for (const name in sent) if (!isIn(memberOf(sent, name), memberOf(echo, name))) return false;
  return true;
}

function memberOf(value: object, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name]; // undefined where it has none
}

function textIn(value: unknown, name: string): string | undefined {
  const text = isObject(value) ? memberOf(value, name) : undefined;
  return typeof text === 'string' ? text : undefined;
}
