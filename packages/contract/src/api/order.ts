import * as z from 'zod/mini';
import { customerSchema, itemSchema } from './customer.ts';
import { cents, currency, freeForm, instant, text } from './fields.ts';

/** The event that is fired. Source: the vendor's reference page "orders create". */
export const orderStatuses = ['placed', 'cancelled', 'fulfilled', 'refunded'] as const;

/**
 * One order event. `orderId` is the idempotency key: pushing it twice never counts revenue twice.
 * `customerTotals` overrides what Sequenzy has added up itself.
 *
 * Source: the vendor's reference page "orders create".
 */
export const orderSchema = z.strictObject({
  orderId: text,
  orderNumber: z.exactOptional(z.string()),
  status: z.exactOptional(z.enum(orderStatuses)),
  totalCents: cents,
  currency,
  orderedAt: z.exactOptional(instant),
  customer: customerSchema,
  items: z.exactOptional(z.array(itemSchema)),
  refundAmountCents: z.exactOptional(cents),
  customerTotals: z.exactOptional(
    z.strictObject({
      ordersCount: z.int('expected a whole number').check(z.nonnegative('expected 0 or more')),
      totalSpentCents: cents,
    }),
  ),
  properties: z.exactOptional(freeForm),
});

export type Order = z.infer<typeof orderSchema>;

/** Answer to an order: it is queued, not done. */
export const orderReplySchema = z.looseObject({
  success: z.optional(z.boolean()),
  queued: z.optional(z.boolean()),
  jobId: z.optional(z.nullable(z.string())),
  orderId: z.optional(z.string()),
  status: z.optional(z.string()),
});

export type OrderReply = z.infer<typeof orderReplySchema>;
