import type { Order } from 'sequenzy-contract';
import type { Members } from '../../../kinds/orders/members.ts';
import type { OrderNote } from '../../../kinds/orders/source.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';

type Status = NonNullable<Order['status']>;

interface Returns {
  readonly status: Status | undefined;
  readonly refundAmountCents: number | undefined;
  readonly notes: readonly OrderNote[];
}

/**
 * What went back of an order. Its own words do not say how much: the transactions do, where they stand beside it. A refund
 * that the bank takes back once more is not two.
 *
 * Source: public clients of the transactions query.
 */
export function readReturns(
  order: Members,
  said: Status | undefined,
  totalCents: number | undefined,
  currency: string | undefined,
): Returns {
  const back = order
    .list('transactions')
    .reduce((sum, one) => sum + returnedCents(one, currency), 0);
  const refundedCents = Math.min(back, totalCents ?? back);
  const isRefunded = said === 'refunded';
  if (refundedCents === 0 && !isRefunded)
    return { status: said, refundAmountCents: undefined, notes: [] };
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded });
  return { status: isWhole ? 'refunded' : said, refundAmountCents: cents, notes };
}

function returnedCents(transaction: Members, currency: string | undefined): number {
  if (transaction.isOn('isChargedback')) {
    const key = transaction.has('chargebackAmount') ? 'chargebackAmount' : 'totalAmount';
    return transaction.money(key, currency) ?? 0;
  }
  const isRefund = transaction.text('txnType')?.toUpperCase() === 'REFUND';
  const isDone = transaction.text('responseType')?.toUpperCase() === 'SUCCESS';
  if (!isRefund || !isDone) return 0;
  // Some write what goes back with a minus.
  const isNegative = transaction.text('totalAmount')?.startsWith('-') === true;
  return transaction.money('totalAmount', currency, isNegative ? 'negative' : undefined) ?? 0;
}
