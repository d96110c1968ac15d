import type { Answer } from '../../../http/answer.ts';
import type { Body } from '../../../http/arrival.ts';
import type { Dialect } from '../options.ts';
import { notFound } from '../problem.ts';
import type { Organization } from '../store/organization.ts';
import type { ProductRecord } from '../store/records.ts';

/** What an endpoint is given. */
export interface FanfareCall {
  /** The `{…}` of the path by name, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly organization: Organization;
  readonly dialect: Dialect;
  /** When the work is done: ISO 8601, UTC. */
  readonly now: string;
}

export interface FanfareEndpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under the base path; `{productId}` is one segment. */
  readonly path: string;
  readonly answer: (call: FanfareCall) => Answer;
}

/** For what lies under `/products/{productId}`: 404 `Product not found`. */
export function ofProduct(
  answer: (product: ProductRecord, call: FanfareCall) => Answer,
): (call: FanfareCall) => Answer {
  return (call) => {
    const product = call.organization.products.find(call.parameters['productId'] ?? '');
    return product === undefined ? notFound('Product') : answer(product, call);
  };
}
