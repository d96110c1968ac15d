import { apiPath } from 'sequenzy-contract';
import type { Endpoint } from './endpoints/endpoint.ts';
import { getAccount } from './endpoints/get-account.ts';
import { getSubscriber } from './endpoints/get-subscriber.ts';
import { listProducts } from './endpoints/list-products.ts';
import { deleteProduct, getProduct } from './endpoints/product.ts';
import { pushOrder } from './endpoints/push-order.ts';
import { requestBackInStock } from './endpoints/request-back-in-stock.ts';
import { startCheckout } from './endpoints/start-checkout.ts';
import { upsertProducts } from './endpoints/upsert-products.ts';
import type { Answer } from './http/answer.ts';
import { problem } from './http/problem.ts';

const endpoints: readonly Endpoint[] = [
  upsertProducts,
  listProducts,
  getProduct,
  deleteProduct,
  pushOrder,
  startCheckout,
  requestBackInStock,
  getAccount,
  getSubscriber,
];

export interface Route {
  readonly endpoint: Endpoint;
  /** The path's `{id}`, decoded; empty where it has none. */
  readonly id: string;
}

/** Finds the endpoint, or answers 404 for a path, 405 for a method, 400 for an id that is not percent-encoded. */
export function findRoute(method: string, path: string): Route | Answer {
  const segments = path.startsWith(`${apiPath}/`) ? path.slice(apiPath.length).split('/') : [];
  const here = endpoints.filter((endpoint) => matches(endpoint.path.split('/'), segments));
  if (here.length === 0) return problem(404, `No such endpoint: ${path}`);
  const endpoint = here.find((candidate) => candidate.method === method);
  if (endpoint === undefined) {
    const allow = here.map((candidate) => candidate.method).join(', ');
    return problem(405, `${method} is not allowed here`, { headers: { allow } });
  }
  if (!endpoint.path.endsWith('{id}')) return { endpoint, id: '' };
  const id = decode(segments.at(-1) ?? '');
  return id === undefined
    ? problem(400, 'The id in the path is not percent-encoded')
    : { endpoint, id };
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) =>
      part === '{id}' ? segments[index] !== '' : part === segments[index],
    )
  );
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
