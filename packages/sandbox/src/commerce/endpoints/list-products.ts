import { limits, providers, type Provider } from 'sequenzy-contract';
import { json, type Answer } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { wholeNumber } from '../../http/query.ts';
import { toStoredProduct } from '../store/stored-product.ts';
import type { Call, Endpoint } from './endpoint.ts';

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
  const limit = wholeNumber(query.get('limit'), defaultLimit);
  if (limit === undefined || limit < 1 || limit > limits.productsPerPage) {
    return badParameter('limit', `a whole number from 1 to ${limits.productsPerPage}`);
  }
  const offset = wholeNumber(query.get('offset'), 0);
  if (offset === undefined) return badParameter('offset', 'a whole number from 0');
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

function badParameter(name: string, expected: string): Answer {
  const message = `expected ${expected}`;
  return problem(400, `${name}: ${message}`, { details: [{ path: name, message }] });
}
