import * as z from 'zod/mini';
import { customerSchema, itemSchema } from './customer.ts';
import { address, cents, currency, freeForm, text } from './fields.ts';

/**
 * A checkout that was started. No idempotency is promised: sending it twice may fire two events.
 *
 * Source: the vendor's reference page "checkout started".
 */
export const checkoutSchema = z.strictObject({
  checkoutId: text,
  totalCents: z.exactOptional(cents),
  currency: z.exactOptional(currency),
  checkoutUrl: z.exactOptional(address),
  customer: customerSchema,
  items: z.exactOptional(z.array(itemSchema)),
  properties: z.exactOptional(freeForm),
});

export type Checkout = z.infer<typeof checkoutSchema>;

export const checkoutReplySchema = z.looseObject({
  success: z.optional(z.boolean()),
  checkoutId: z.optional(z.string()),
  subscriberId: z.optional(z.nullable(z.string())),
  eventId: z.optional(z.nullable(z.string())),
});

export type CheckoutReply = z.infer<typeof checkoutReplySchema>;
