import type { Documents } from '../../../documents/document.ts';
import { Members } from '../../../kinds/orders/members.ts';
import {
  totalsNote,
  type MappedOrder,
  type OrderSettings,
  type StatedTotals,
  statedTotals,
} from '../../../kinds/orders/source.ts';
import { linesOf, orderedLines } from '../../../kinds/orders/ordered-lines.ts';
import { OrderMoney } from '../../../kinds/orders/payment/order-money.ts';
import { financialOf, readStatus } from '../../../kinds/orders/payment/status.ts';
import { propertiesOf, withoutUndefined, tagsOf } from '../../../kinds/orders/values.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import { productOfLine } from './product-of-line.ts';

/** Source: the fixtures of the platform's own API client. */
export function mapRest([document]: Documents, settings: OrderSettings): MappedOrder {
  const order = new Members(document, settings);
  const customer = order.child('customer');
  const billing = order.child('billing_address');
  const orderId = order.required('id') && order.id('id');
  const { currency, money } = moneyOf(order);
  const totalCents = order.money('total_price', currency);
  const { state, isPending, facts, notes } = readStatus({
    financial: financialOf(order, 'financial_status'),
    fulfillment: order.text('fulfillment_status') ?? '',
    isCancelled: order.has('cancelled_at'),
    totalCents,
    refundedCents: refundedCents(order, currency, money),
  });
  const email = order.text('email') ?? order.text('contact_email') ?? customer.text('email');
  const lines = linesOf(order, 'line_items');
  const discountCode = order.list('discount_codes')[0]?.text('code');
  const totals = totalsOf(customer, currency);
  const updatedAt = order.optionalInstant('updated_at');
  const skip = skipReason({ email, isPending, isTest: order.isOn('test') }, settings);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      orderNumber: order.text('name')?.replace(/^#/, '') ?? order.text('order_number'),
      ...state,
      totalCents,
      currency,
      orderedAt: order.required('created_at') && order.instant('created_at'),
      customer: withoutUndefined({
        email,
        externalId: customer.id('id'),
        firstName: customer.text('first_name') ?? billing.text('first_name'),
        lastName: customer.text('last_name') ?? billing.text('last_name'),
      }),
      items: orderedLines(lines, 'quantity', (line, quantity) => ({
        ...productOfLine(line, idsOf(line), settings),
        quantity,
        sku: line.text('sku'),
        priceCents: line.money('price', currency),
      })),
      properties: propertiesOf({
        discountCode,
        discountCents: discountCode && order.money('total_discounts', currency),
        shippingCents: money.amount(order.child('total_shipping_price_set').child('shop_money')),
        taxCents: order.money('total_tax', currency),
        source: order.text('source_name'),
        tags: tagsOf(order.text('tags')),
      }),
    }),
    faults: order.faults,
    items: lines.length,
    notes: [...order.notes, ...notes, ...(totals === undefined ? [] : [totalsNote])],
    ...(totals && { totals }),
    ...facts,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(skip !== undefined && { skip }),
  };
}

function idsOf(line: Members): Parameters<typeof productOfLine>[1] {
  return {
    productId: line.id('product_id'),
    variantId: line.id('variant_id'),
    variantTitle: line.text('variant_title'),
  };
}

/** The shop's currency, and amounts that name theirs: those of the shop and those of the buyer. */
function moneyOf(order: Members): { currency: string | undefined; money: OrderMoney } {
  const total = order.child('total_price_set');
  const [shop, buyer] = [total.child('shop_money'), total.child('presentment_money')];
  const currency = order.has('currency')
    ? order.currency('currency')
    : shop.currency('currency_code');
  const keys = { amount: 'amount', currency: 'currency_code' };
  return { currency, money: new OrderMoney(currency, [shop, buyer], keys) };
}

/**
 * Adds up what went back, which the order itself does not say. A transaction is in the buyer's currency and names it
 * (source: RefundInput in the vendor's reference); one that names none can be in either. A set says it in the shop's.
 */
function refundedCents(
  order: Members,
  currency: string | undefined,
  money: OrderMoney,
): number | undefined {
  const buyers = order.ownCurrency('presentment_currency');
  const refunds = order
    .list('refunds')
    .flatMap((refund) => refund.list('transactions'))
    .filter((one) => one.text('kind') === 'refund' && one.text('status') === 'success');
  const inShop = refunds.map((one) => one.child('amount_set').child('shop_money'));
  if (inShop.every((one) => one.has('amount'))) return money.sum(inShop, currency);
  const keys = { amount: 'amount', currency: 'currency' };
  return money.sum(
    refunds,
    buyers === currency || buyers === undefined ? currency : undefined,
    keys,
  );
}

function totalsOf(customer: Members, currency: string | undefined): StatedTotals | undefined {
  const ordersCount = customer.integer('orders_count');
  const totalSpentCents = customer.money('total_spent', currency);
  return statedTotals(ordersCount, totalSpentCents);
}
