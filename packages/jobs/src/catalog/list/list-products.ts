import type { Provider, SequenzyCommerce, StoredProduct } from 'sequenzy-commerce';

export interface ListRequest {
  readonly provider: Provider | undefined;
  readonly search: string | undefined;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** The first products that match, and whether there are more. */
export async function listProducts(
  { products }: Pick<SequenzyCommerce, 'products'>,
  { provider, search, limit, signal }: ListRequest,
): Promise<{ readonly products: StoredProduct[]; readonly more: boolean }> {
  const found: StoredProduct[] = [];
  const stored = products.list({
    signal,
    ...(provider === undefined ? {} : { provider }),
    ...(search === undefined ? {} : { search }),
  });
  for await (const product of stored) {
    if (found.length >= limit) return { products: found, more: true };
    found.push(product);
  }
  return { products: found, more: false };
}
