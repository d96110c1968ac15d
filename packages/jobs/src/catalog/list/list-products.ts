import type { Provider, StoredProduct } from 'sequenzy-commerce';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';

export interface ListOptions {
  /** Only products that came from there. */
  readonly provider?: Provider | undefined;
  /** Only products with this in their title. */
  readonly search?: string | undefined;
  /** How many at most. Default: 50. */
  readonly limit?: number | undefined;
  readonly connection?: ConnectionOptions | undefined;
}

export interface ListedProducts {
  readonly products: readonly StoredProduct[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
  readonly warnings: readonly string[];
}

/**
 * Lists the products Sequenzy holds.
 *
 * @example
 *   const { products, more } = await listProducts({ search: 'tee', limit: Infinity });
 */
export function listProducts(
  { provider, search, limit = 50, connection = {} }: ListOptions = {},
  surroundings: Surroundings = {},
): Promise<ListedProducts> {
  return withJob(undefined, surroundings, async (job) => {
    const { client } = await connect(connection, job);
    const { signal, warnings } = job;
    const found: StoredProduct[] = [];
    const stored = client.products.list({
      signal,
      ...(provider === undefined ? {} : { provider }),
      ...(search === undefined ? {} : { search }),
    });
    for await (const product of stored) {
      if (found.length >= limit) return { products: found, more: true, warnings };
      found.push(product);
    }
    return { products: found, more: false, warnings };
  });
}
