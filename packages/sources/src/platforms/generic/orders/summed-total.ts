import { isRecord } from 'sequenzy-contract';
import type { MappedOrder } from '../../../kinds/orders/source.ts';
import type { Row } from '../../../table/row.ts';

/** An order whose total is the sum of its lines. One of whose lines has no price or quantity cannot have one. */
export function withSummedTotal(mapped: MappedOrder, row: Row): MappedOrder {
  const { order, notes = [], faults } = mapped;
  const items = 'items' in order && Array.isArray(order.items) ? (order.items as unknown[]) : [];
  const amounts = items.map(amountOf);
  const known = amounts.filter((amount) => amount !== undefined);
  if (items.length === 0 || known.length < items.length) {
    // A line that is at fault has said so itself.
    const isSaid = faults.some(({ path }) => path.startsWith('item'));
    const message =
      'the total is the sum of the lines, and not every line has a price and a quantity';
    return isSaid ? mapped : { ...mapped, faults: [...faults, row.fault('orderId', message)] };
  }
  const totalCents = known.reduce((sum, amount) => sum + amount, 0);
  return { ...mapped, order: { ...order, totalCents }, notes: [...notes, 'summedTotal'] };
}

function amountOf(item: unknown): number | undefined {
  if (!isRecord(item)) return undefined;
  const { priceCents, quantity } = item;
  return typeof priceCents === 'number' && typeof quantity === 'number'
    ? priceCents * quantity
    : undefined;
}
