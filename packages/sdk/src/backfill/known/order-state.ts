import type { Item, Order } from 'sequenzy-contract';
import { fingerprintOf } from '../../ledger/fingerprint.ts';
import type { OrderState } from '../../ledger/ledger.ts';
import { statusOf } from '../check-order.ts';
import type { OrderFacts } from '../order-facts.ts';
import { addressHash } from '../../ledger/addresses.ts';

/** What a ledger remembers of an order that the server has taken. */
export function stateOf(
  order: Order,
  { derivesIds = false, updatedAt }: OrderFacts,
  salt: string,
): OrderState {
  const { orderNumber, totalCents, currency, customer, items = [] } = order;
  return {
    ...(orderNumber !== undefined && { number: orderNumber }),
    email: addressHash(customer.email, salt),
    status: statusOf(order),
    totalCents,
    currency,
    refundCents: refundOf(order),
    lines: linesBy(derivesIds ? nameOf : idsOf, items),
    titles: linesBy(titleOf, items),
    ...(derivesIds && { skus: items.filter(hasSku).length }),
    ...(updatedAt !== undefined && { updatedAt: Date.parse(updatedAt) }),
  };
}

/** `refunded` without an amount is all of it. */
function refundOf({ status, totalCents, refundAmountCents }: Order): number {
  return refundAmountCents ?? (status === 'refunded' ? totalCents : 0);
}

/** Lines that were only put in another order are the same. */
function linesBy(productOf: (item: Item) => unknown[], items: readonly Item[]): string {
  const lines = items.map((item) =>
    JSON.stringify([...productOf(item), item.quantity, item.priceCents ?? null]),
  );
  return fingerprintOf(lines.sort().join('\n'));
}

function idsOf({ productId, variantId }: Item): unknown[] {
  return [productId, variantId ?? null];
}

/** What the source itself calls the product: its SKU, else its title and variant. */
function nameOf(item: Item): unknown[] {
  return hasSku(item) ? [item.sku] : titleOf(item);
}

function hasSku({ sku }: Item): boolean {
  return sku !== undefined && sku !== '';
}

function titleOf({ title, variantTitle }: Item): unknown[] {
  return [variantTitle === undefined ? title : `${title} - ${variantTitle}`];
}
