import { isRecord } from 'sequenzy-contract';
import { kindOf } from '../products/global-ids.ts';
import type { Documents } from '../../../documents/document.ts';
import type { Members } from '../../../kinds/orders/members.ts';
import type { OrderMoney } from '../../../kinds/orders/payment/order-money.ts';
import { connectionOf } from './connection.ts';

/**
 * Adds up the money that went back, as GraphQL answers it: the order's own sum, else those of its refunds, else what their
 * transactions say.
 *
 * @param documents The order, and what stands beside it in a bulk export.
 */
export function refundedCents(
  order: Members,
  documents: Documents,
  currency: string | undefined,
  money: OrderMoney,
): number | undefined {
  if (order.has('totalRefundedSet')) {
    return money.sum([amountIn(order, 'totalRefundedSet')], currency);
  }
  const beside = (kind: string): Members[] =>
    documents
      .filter(({ value }) => isRecord(value) && kindOf(value['id']) === kind)
      .map((document) => order.beside(document));
  const refunds = [...connectionOf(order, 'refunds'), ...beside('Refund')];
  const sums = refunds.filter((refund) => refund.has('totalRefundedSet'));
  if (sums.length > 0) {
    return money.sum(
      sums.map((refund) => amountIn(refund, 'totalRefundedSet')),
      currency,
    );
  }
  const transactions = refundsAmong([
    ...refunds.flatMap((refund) => connectionOf(refund, 'transactions')),
    ...connectionOf(order, 'transactions'),
    ...beside('OrderTransaction'),
  ]);
  const amounts = transactions.map((one) =>
    one.has('amountSet') ? amountIn(one, 'amountSet') : one,
  );
  if (!amounts.every((one) => one.has('amount'))) return undefined;
  const buyers = order.ownCurrency('presentmentCurrencyCode') ?? currency;
  return money.sum(amounts, buyers === currency ? currency : undefined);
}

/** A transaction can be among those of its order and those of its refund. */
function refundsAmong(transactions: readonly Members[]): Members[] {
  const byId = new Map<unknown, Members>();
  for (const one of transactions) {
    const isRefund = one.text('kind')?.toLowerCase() === 'refund';
    const hasWorked = one.text('status')?.toLowerCase() === 'success';
    if (isRefund && hasWorked) byId.set(one.fields['id'] ?? one, one);
  }
  return [...byId.values()];
}

/** In the shop's currency, else in the buyer's, which names itself. */
function amountIn(members: Members, key: string): Members {
  const set = members.child(key);
  return set.child(set.has('shopMoney') ? 'shopMoney' : 'presentmentMoney');
}
