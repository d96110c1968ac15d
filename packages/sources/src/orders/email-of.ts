import { orderSchema } from 'sequenzy-contract';
import type { MappedOrder } from './source.ts';

const { email: schema } = orderSchema.shape.customer.shape;

/** The customer's address in lower case. Undefined where none can be read, or its cells are at fault themselves. */
export function emailOf({ order, faults, locate }: MappedOrder): string | undefined {
  const customer: unknown = Reflect.get(order, 'customer');
  const email: unknown =
    typeof customer === 'object' && customer !== null ? Reflect.get(customer, 'email') : undefined;
  const result = schema.safeParse(email);
  if (!result.success) return undefined;
  const column = locate?.('customer.email')?.column;
  const isDoubtful = faults.some((fault) => fault.column !== undefined && fault.column === column);
  return isDoubtful ? undefined : result.data.trim().toLowerCase();
}
