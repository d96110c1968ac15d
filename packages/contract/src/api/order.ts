import * as z from 'zod/mini';
import { boolean, nullable, object, reply, string } from '../values/reader.ts';
import { customerSchema, itemSchema, type Customer, type Item } from './customer.ts';
import {
  cents,
  currency,
  freeForm,
  instant,
  type JsonObject,
  must,
  text,
  whole,
} from './fields.ts';

/** The event that is fired. Source: the vendor's reference page "orders create". */
export const orderStatuses = ['placed', 'cancelled', 'fulfilled', 'refunded'] as const;

/** A customer's lifetime totals by the shop's own account. */
export interface CustomerTotals {
  /** Orders placed, from 0. */
  readonly ordersCount: number;
  /** In the smallest unit of the order's currency. */
  readonly totalSpentCents: number;
}

/**
 * One order event, which may start automations.
 *
 * Source: the vendor's reference page "orders create".
 */
export interface Order {
  /** The shop's own id: pushing it twice never counts revenue twice. */
  readonly orderId: string;
  /** What people call it, such as `#1001`. */
  readonly orderNumber?: string | undefined;
  /** Which event is fired: `ecommerce.order_placed`, and so on. Default: `placed`. */
  readonly status?: (typeof orderStatuses)[number] | undefined;
  /** In the smallest unit of `currency`: 4999 for 49.99 USD. */
  readonly totalCents: number;
  /** ISO 4217, such as `USD`. */
  readonly currency: string;
  /** When it was placed: ISO 8601 with `Z` or an offset, such as `2026-03-02T09:30:00Z`. Default: now. */
  readonly orderedAt?: string | undefined;
  readonly customer: Customer;
  /** Default: none. */
  readonly items?: readonly Item[] | undefined;
  /** What was given back, in the smallest unit of `currency`, for `refunded`. */
  readonly refundAmountCents?: number | undefined;
  /** Takes the place of what Sequenzy has added up. Default: Sequenzy adds up what it is sent. */
  readonly customerTotals?: CustomerTotals | undefined;
  /** Further properties of the event, `{{event.*}}` in e-mails. Some names, such as `orderId`, Sequenzy keeps for itself. */
  readonly properties?: JsonObject | undefined;
}

/** As {@link Order}. */
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
