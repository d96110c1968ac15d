import { orderSchema, type Order } from 'sequenzy-contract';
import { type CheckedInput, checkInput } from 'sequenzy-transport';
import * as z from 'zod/mini';
import type { CountedOrder } from './totals/customer-totals.ts';

/** An order whose time is known: the API would take the moment of the push for it. */
export type DatedOrder = Order & { readonly orderedAt: string };

/** An order as a backfill needs it: as the API takes it, and with its time. */
export function checkOrder(input: unknown): CheckedInput<DatedOrder> {
  const checked = checkInput(orderSchema, input);
  if ('faults' in checked) return checked;
  const { record } = checked;
  const { orderedAt } = record;
  if (orderedAt === undefined) {
    const message = 'is required: without it the order would count as placed now';
    return { faults: [{ path: 'orderedAt', message }] };
  }
  return { record: { ...record, orderedAt } };
}

const { orderId, status, totalCents, currency, refundAmountCents, customer } = orderSchema.shape;

const countedSchema = z.object({
  orderId,
  status,
  totalCents,
  currency,
  refundAmountCents,
  customer: z.object({ email: customer.shape.email }),
});

/** What an input adds to its customer's totals, also where the rest of it does not fit the API. */
export function countedOrder(input: unknown): CountedOrder | undefined {
  const checked = checkInput(countedSchema, input);
  return 'record' in checked ? checked.record : undefined;
}

const ownedSchema = z.object({ customer: z.object({ email: customer.shape.email }) });

/** Whose order an input is, as far as that can be said. */
export function ownerOf(input: unknown): string | undefined {
  const checked = checkInput(ownedSchema, input);
  return 'record' in checked ? checked.record.customer.email : undefined;
}

/** The orderId of any input, as far as it has one. */
export function orderIdOf(input: unknown): string | undefined {
  const id: unknown =
    typeof input === 'object' && input !== null ? Reflect.get(input, 'orderId') : undefined;
  return typeof id === 'string' ? id : undefined;
}
