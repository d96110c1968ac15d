import { SequenzyNotFoundError, type StoredProduct } from 'sequenzy-commerce';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';

export interface GetOptions {
  /** Your own id of it. */
  readonly productId: string;
  readonly connection?: ConnectionOptions | undefined;
}

export interface FoundProduct {
  readonly product: StoredProduct;
  readonly warnings: readonly string[];
}

/**
 * Looks up one product that was pushed through the API.
 *
 * @throws {UserError} when there is none.
 * @example
 *   const { product } = await getProduct({ productId: 'tee-1' });
 */
export function getProduct(
  { productId, connection = {} }: GetOptions,
  surroundings: Surroundings = {},
): Promise<FoundProduct> {
  return withJob(undefined, surroundings, async (job) => {
    const { client } = await connect(connection, job);
    const { signal, warnings } = job;
    const product = await client.products.get(productId, { signal }).catch((error: unknown) => {
      throw error instanceof SequenzyNotFoundError ? notFound(productId) : error;
    });
    return { product, warnings };
  });
}

function notFound(productId: string): UserError {
  return new UserError(
    'not-found',
    `There is no product ${productId}`,
    'Only products pushed through the API can be looked up by id; sequenzy-cli catalog list shows all.',
    { exitCode: exitCodes.rejected },
  );
}
