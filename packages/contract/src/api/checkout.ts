import * as z from 'zod/mini';
import { boolean, nullable, object, reply, string } from '../values/reader.ts';
import { customerSchema, itemSchema, type Customer, type Item } from './customer.ts';
import { address, cents, currency, freeForm, type JsonObject, text } from './fields.ts';

/**
 * A checkout that was started. No idempotency is promised: sending it twice may fire two events.
 *
 * Source: the vendor's reference page "checkout started".
 */
export interface Checkout {
  /** The shop's own id of the cart or checkout. */
  readonly checkoutId: string;
  /** In the smallest unit of `currency`. */
  readonly totalCents?: number | undefined;
  /** ISO 4217, such as `USD`. */
  readonly currency?: string | undefined;
  /** Where the customer continues: an absolute http or https address. */
  readonly checkoutUrl?: string | undefined;
  readonly customer: Customer;
  /** Default: none. */
  readonly items?: readonly Item[] | undefined;
  /** Further properties of the event, `{{event.*}}` in e-mails. */
  readonly properties?: JsonObject | undefined;
}

/** As {@link Checkout}. */
export const checkoutSchema = z.strictObject({
  checkoutId: text,
  totalCents: z.exactOptional(cents),
  currency: z.exactOptional(currency),
  checkoutUrl: z.exactOptional(address),
  customer: customerSchema,
  items: z.exactOptional(z.array(itemSchema)),
  properties: z.exactOptional(freeForm),
});

export const readCheckoutReply = reply(
  object({
    success: boolean,
    checkoutId: string,
    subscriberId: nullable(string),
    eventId: nullable(string),
  }),
);

export type CheckoutReply = ReturnType<typeof readCheckoutReply>;
