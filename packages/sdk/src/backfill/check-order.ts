import { isObject, type Order, orderSchema } from 'sequenzy-contract';
import { type CheckedInput, checkInput } from 'sequenzy-transport';
import * as z from 'zod/mini';
import type { OrderStatus } from './backfill-options.ts';
import type { FaultyOrder } from './order-source.ts';
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
  return { record: record as DatedOrder }; // it has been looked at
}

const { orderId, orderedAt, status, totalCents, currency, refundAmountCents, customer } =
  orderSchema.shape;

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
const datedSchema = z.object({ orderedAt });

/** Whose order an input is and when it was placed, as far as that can be said. */
export function ownerOf(input: unknown): Pick<FaultyOrder, 'email' | 'orderedAt'> {
  const owned = checkInput(ownedSchema, input);
  const dated = checkInput(datedSchema, input);
  return {
    email: 'record' in owned ? owned.record.customer.email : undefined,
    orderedAt: 'record' in dated ? dated.record.orderedAt : undefined,
  };
}

/** The orderId of any input, as far as it has one. */
export function orderIdOf(input: unknown): string | undefined {
  const id: unknown = isObject(input) ? Reflect.get(input, 'orderId') : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** An order without a status has been placed. */
export function statusOf({ status = 'placed' }: Order): OrderStatus {
  return status;
}
