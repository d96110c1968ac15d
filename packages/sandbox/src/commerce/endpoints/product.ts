import { json, type Answer } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { toStoredProduct } from '../store/stored-product.ts';
import type { Call, Endpoint } from './endpoint.ts';

/**
 * `GET /products/{productId}`, your own id, percent-encoded: `{ success, product }`.
 * Reaches only products pushed through this API. Source: the vendor's PHP SDK, `ProductsClient`.
 */
export const getProduct: Endpoint = {
  method: 'GET',
  path: '/products/{id}',
  scope: 'products:read',
  answer: ({ id, company }) => {
    const record = company.products.find(id);
    if (record === undefined) return noProduct(id);
    return json(200, { success: true, product: toStoredProduct(record, company.seed) });
  },
};

/** `DELETE /products/{productId}`: `{ success, deleted: true }`, 404 the second time. Source: as {@link getProduct}. */
export const deleteProduct: Endpoint = {
  method: 'DELETE',
  path: '/products/{id}',
  scope: 'products:write',
  answer: ({ id, company }: Call): Answer =>
    company.products.delete(id) ? json(200, { success: true, deleted: true }) : noProduct(id),
};

function noProduct(productId: string): Answer {
  return problem(404, `Product not found: ${productId}`);
}
