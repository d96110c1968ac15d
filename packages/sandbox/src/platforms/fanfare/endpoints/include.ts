import { everything, showProduct, type Include } from '../shown/product.ts';
import type { ProductRecord } from '../store/records.ts';
import type { FanfareCall } from './endpoint.ts';

/** `include=variants,mediaAssets`. Names nobody knows are ignored (assumed). */
function includesOf(query: URLSearchParams, fallback: readonly Include[]): readonly Include[] {
  const asked = query.get('include')?.split(',');
  if (asked === undefined) return fallback;
  return everything.filter((name) => asked.some((one) => one.trim() === name));
}

/** Shows a product with what the request includes. */
export function showIncluded(
  record: ProductRecord,
  { query, organization, dialect }: FanfareCall,
  fallback: readonly Include[],
) {
  return showProduct(record, organization, dialect.names, includesOf(query, fallback));
}
