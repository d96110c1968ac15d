import * as z from 'zod/mini';
import { boolean, nullable, object, reply, string } from '../values/reader.ts';
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

export const readCheckoutReply = reply(
  object({
    success: boolean,
    checkoutId: string,
    subscriberId: nullable(string),
    eventId: nullable(string),
  }),
);

export type CheckoutReply = ReturnType<typeof readCheckoutReply>;
