import type { Item, Order } from 'sequenzy-contract';
import { fingerprintOf } from '../../ledger/fingerprint.ts';
import type { OrderState } from '../../ledger/ledger.ts';
import type { OrderFacts } from '../order-facts.ts';
import { statusOf } from '../sending/order-event.ts';
import { emailKey } from '../totals/email-key.ts';

/** What a ledger remembers of an order that the server has taken. */
export function stateOf(order: Order, facts: OrderFacts, salt: string): OrderState {
  const { orderNumber, totalCents, currency, customer } = order;
  return {
    ...(orderNumber !== undefined && { number: orderNumber }),
    email: addressHash(customer.email, salt),
    status: statusOf(order),
    totalCents,
    currency,
    refundCents: refundOf(order),
    lines: linesOf(order, facts),
  };
}

/** Tells addresses apart without naming them. */
export function addressHash(email: string, salt: string): string {
  return fingerprintOf(`${salt}\n${emailKey(email)}`);
}

/** `refunded` without an amount is all of it. */
function refundOf({ status, totalCents, refundAmountCents }: Order): number {
  return refundAmountCents ?? (status === 'refunded' ? totalCents : 0);
}

/** Lines that were only put in another order are the same. */
function linesOf({ items = [] }: Order, { derivesIds = false }: OrderFacts): string {
  const lines = items.map((item) =>
    JSON.stringify([
      ...(derivesIds ? [nameOf(item)] : [item.productId, item.variantId ?? null]),
      item.quantity,
      item.priceCents ?? null,
    ]),
  );
  return fingerprintOf(lines.sort().join('\n'));
}

/** What the source itself calls the product: its SKU, else its title and variant. */
function nameOf({ sku, title, variantTitle }: Item): string {
  if (sku !== undefined && sku !== '') return sku;
  return variantTitle === undefined ? title : `${title} - ${variantTitle}`;
}
