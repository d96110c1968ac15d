import * as z from 'zod/mini';
import { boolean, nullable, object, reply, string } from '../values/reader.ts';
import { customerSchema, itemSchema } from './customer.ts';
import { cents, currency, freeForm, instant, must, text, whole } from './fields.ts';

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
      ordersCount: whole('expected a whole number').check(
        must((count) => count >= 0, 'expected 0 or more'),
      ),
      totalSpentCents: cents,
    }),
  ),
  properties: z.exactOptional(freeForm),
});

export type Order = z.infer<typeof orderSchema>;

/** Answer to an order: it is queued, not done. */
export const readOrderReply = reply(
  object({
    success: boolean,
    queued: boolean,
    jobId: nullable(string),
    orderId: string,
    status: string,
  }),
);

export type OrderReply = ReturnType<typeof readOrderReply>;
