import * as z from 'zod/mini';
import { customerSchema } from './customer.ts';
import { boolean, nullable, object, reply, string } from '../values/reader.ts';
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

export const readBackInStockReply = reply(
  object({ success: boolean, subscriberId: nullable(string) }),
);

export type BackInStockReply = ReturnType<typeof readBackInStockReply>;
