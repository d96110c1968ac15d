import { limits, providers, type Provider } from 'sequenzy-contract';
import { json, type Answer } from '../../http/answer.ts';
import { toStoredProduct } from '../store/stored-product.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { badParameter, pageOf } from './page.ts';

const defaultLimit = 50;

/**
 * `GET /products?limit=50&offset=0&provider=api&search=shirt`: the catalog by page, oldest first.
 * A parameter that cannot be read is a 400 (assumed).
 *
 * Source: the vendor's reference page of the list endpoint.
 */
export const listProducts: Endpoint = {
  method: 'GET',
  path: '/products',
  scope: 'products:read',
  answer: list,
};

function list({ query, company }: Call): Answer {
  const page = pageOf(query, { most: limits.productsPerPage, usual: defaultLimit });
  if ('status' in page) return page;
  const { limit, offset } = page;
  const provider = query.get('provider');
  if (provider !== null && !isProvider(provider)) {
    return badParameter('provider', `one of ${providers.join(', ')}`);
  }
  const filter = { ...(provider === null ? {} : { provider }), search: query.get('search') ?? '' };
  const { records, total } = company.products.page(filter, offset, limit);
  const count = records.length;
  return json(200, {
    success: true,
    products: records.map((record) => toStoredProduct(record, company.seed)),
    pagination: { count, hasMore: offset + count < total, limit, offset, total },
  });
}

function isProvider(text: string): text is Provider {
  return (providers as readonly string[]).includes(text); // only widened, to compare
}
