import * as z from 'zod/mini';
import { customerSchema, type Customer } from './customer.ts';
import { boolean, nullable, object, reply, string } from '../values/reader.ts';
import { text } from './fields.ts';

/**
 * A customer wants to hear when a product is back. No idempotency is promised.
 *
 * Source: the vendor's reference page "back-in-stock".
 */
export interface BackInStockRequest {
  /** The productId it was upserted by. */
  readonly productId: string;
  /** The variantId it was upserted by. Default: the productId. */
  readonly variantId?: string | undefined;
  readonly productTitle?: string | undefined;
  readonly variantTitle?: string | undefined;
  readonly customer: Customer;
}

/** As {@link BackInStockRequest}. */
export const backInStockRequestSchema = z.strictObject({
  productId: text,
  variantId: z.exactOptional(text),
  productTitle: z.exactOptional(z.string()),
  variantTitle: z.exactOptional(z.string()),
  customer: customerSchema,
});

export const readBackInStockReply = reply(
  object({ success: boolean, subscriberId: nullable(string) }),
);

export type BackInStockReply = ReturnType<typeof readBackInStockReply>;
