import * as z from 'zod/mini';
import { customerSchema } from './customer.ts';
import { text } from './fields.ts';

/**
 * A customer wants to hear when a product is back. `variantId` defaults to the productId.
 * No idempotency is promised.
 *
 * Source: the vendor's reference page "back-in-stock".
 */
export const backInStockRequestSchema = z.strictObject({
  productId: text,
  variantId: z.exactOptional(text),
  productTitle: z.exactOptional(z.string()),
  variantTitle: z.exactOptional(z.string()),
  customer: customerSchema,
});

export type BackInStockRequest = z.infer<typeof backInStockRequestSchema>;

export const backInStockReplySchema = z.looseObject({
  success: z.optional(z.boolean()),
  subscriberId: z.optional(z.nullable(z.string())),
});

export type BackInStockReply = z.infer<typeof backInStockReplySchema>;
