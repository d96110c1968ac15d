import { isObject, limits, productSchema } from 'sequenzy-contract';
import * as z from 'zod/mini';
import { json, type Answer } from '../../http/answer.ts';
import { parseBody } from '../../http/parse-body.ts';
import { problem } from '../../http/problem.ts';
import { applyProduct } from '../store/apply-product.ts';
import { toStoredProduct } from '../store/stored-product.ts';
import type { Call, Endpoint } from './endpoint.ts';

const upsertSchema = z.object({ products: z.array(productSchema) });

/**
 * `POST /products`: 1-100 products, all or none. Products that stand in a request twice are applied in order;
 * the reply holds one product for each of the request, as it is when all are stored.
 *
 * Source: the vendor's reference page "products upsert". That one bad product fails the batch is assumed.
 */
export const upsertProducts: Endpoint = {
  method: 'POST',
  path: '/products',
  scope: 'products:write',
  answer: upsert,
};

function upsert({ body, company, now }: Call): Answer {
  const parsed = parseBody(upsertSchema, body);
  const count = countOf(body.json());
  if (count !== undefined && (count === 0 || count > limits.productsPerRequest)) {
    return wrongCount(count);
  }
  if (!parsed.ok) return parsed.refusal;
  const applied = parsed.value.products.map((product) =>
    applyProduct(company, product, 'api', now),
  );
  return json(200, {
    success: true,
    upserted: applied.length,
    backInStockEventsTriggered: applied.reduce((sum, one) => sum + one.backInStockEvents, 0),
    products: applied.map(({ record }) => toStoredProduct(record, company.seed)),
  });
}

function countOf(parsed: ReturnType<Call['body']['json']>): number | undefined {
  if (!parsed.ok || !isObject(parsed.value)) return undefined;
  const products: unknown = Reflect.get(parsed.value, 'products');
  return Array.isArray(products) ? products.length : undefined;
}

function wrongCount(count: number): Answer {
  const message = `expected 1-${limits.productsPerRequest} products, got ${count}`;
  return problem(400, `products ${message}`, { details: [{ path: 'products', message }] });
}
