import type { Order } from 'sequenzy-contract';
import type { OrderField } from './fields.ts';
import type { OrderCells } from './cells.ts';

/** What a platform says of an order. */
export interface Said {
  /** Undefined where it is not an order, or nobody can tell. */
  readonly status?: NonNullable<Order['status']>;
  /** Nobody has paid yet, and the order is not over either. */
  readonly isPending?: boolean;
  /** The platform says that nobody has paid. Default: where it is pending. */
  readonly isUnpaid?: boolean;
  /** A part of the money went back. */
  readonly isPartly?: boolean;
  readonly isTest?: boolean;
  /** Why it is not an order, in a word or two. */
  readonly skip?: string;
  /** In the order's currency; undefined where nobody knows. Default: what the field `refund` says, else nothing. */
  readonly refundedCents?: number | undefined;
}

/** Finds what a word of the platform says; one that is not known is a fault. */
export function saidBy<Field extends string>(
  cells: OrderCells<Field | OrderField>,
  statuses: ReadonlyMap<string, Said>,
  field: Field | OrderField = 'status',
): Said {
  const text = cells.required(field);
  if (text === undefined) return {};
  const said = statuses.get(cells.word(field).replace(/\bcanceled\b/, 'cancelled'));
  if (said !== undefined) return said;
  cells.fault(field, `expected one of ${[...statuses.keys()].join(', ')}, got "${text}"`);
  return {};
}
