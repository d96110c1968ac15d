import type { Sandbox } from 'sequenzy-sandbox';

/** The ids that each upsert carried, in the order of arrival, of a sandbox with `record: 'all'`. */
export function deliveriesTo({ requests }: Pick<Sandbox, 'requests'>): string[][] {
  return requests.flatMap(({ method, path, body }) => {
    if (method !== 'POST' || !path.endsWith('/products')) return [];
    const { products } = body as { products: { productId: string }[] }; // what the CLI sends
    return [products.map(({ productId }) => productId)];
  });
}

/** Each id as often as it was delivered beyond the first time. */
export function repeatsIn(deliveries: readonly (readonly string[])[]): Map<string, number> {
  const repeats = new Map<string, number>();
  const seen = new Set<string>();
  for (const id of deliveries.flat()) {
    if (seen.has(id)) repeats.set(id, (repeats.get(id) ?? 0) + 1);
    seen.add(id);
  }
  return repeats;
}
