import { isObject, orderSchema } from 'sequenzy-contract';
import type { Owner } from '../../reading/owner.ts';
import type { MappedOrder } from './source.ts';
import { withoutCase } from './without-case.ts';

const { customer: customerSchema, orderedAt: orderedAtSchema } = orderSchema.shape;

/** Whose a faulty order is. Undefined where no address can be read, or its cells are at fault themselves. */
export function ownerOf(mapped: MappedOrder): Owner | undefined {
  const customer = customerSchema.shape.email.safeParse(valueAt(mapped.order, 'customer', 'email'));
  if (!customer.success || isDoubtful(mapped, 'customer.email')) return undefined;
  const orderedAt = orderedAtSchema.safeParse(valueAt(mapped.order, 'orderedAt'));
  return {
    email: withoutCase(customer.data),
    ...(orderedAt.data !== undefined && !isDoubtful(mapped, 'orderedAt')
      ? { orderedAt: orderedAt.data }
      : {}),
  };
}

function valueAt(order: object, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) => (isObject(value) ? Reflect.get(value, name) : undefined),
    order,
  );
}

function isDoubtful({ faults, locate }: MappedOrder, path: string): boolean {
  const column = locate?.(path)?.column;
  return faults.some((fault) => fault.column !== undefined && fault.column === column);
}
