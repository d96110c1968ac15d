import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Row } from '../../../table/row.ts';
import type { Own } from './columns.ts';

export type Entry = Row<OrderField | Own>;

/** What an entry of the activity is. Undefined: money came in, and nobody can tell what for. */
export type Kind = 'payment' | 'refund' | 'item' | 'other' | undefined;

const refunds = /refund|\breversal\b|chargeback/;

/** Payments that no customer has made, or that are not money yet. */
const notOfCustomers =
  /mass ?pay|payout|rebate|postage|fee\b|hold|release|reserve|authori[sz]ation|void|withdraw|transfer|cancell?ation/;

const movements =
  /conversion|deposit|adjustment|bonus|cash ?back|interest|loan|credit|settlement|bank|balance|correction|request|^order$|dispute/;

/** Tells by its type, and by whether money came or went. Source: the vendor's descriptions of transaction events. */
export function kindOf(entry: Entry): Kind {
  const type = entry.get('type').toLowerCase();
  const isIncome = /\d/.test(entry.get('total')) && !/^[-−(]/.test(entry.get('total'));
  if (type.includes('shopping cart item')) return 'item';
  if (refunds.test(type)) return isIncome ? 'other' : 'refund';
  if (!isIncome || notOfCustomers.test(type)) return 'other';
  if (/\bpayment\b/.test(type)) return 'payment';
  return movements.test(type) ? 'other' : undefined;
}

/** The payment that an entry belongs to: a refund and an item name it. */
export function paymentOf(entry: Entry): string | undefined {
  const kind = kindOf(entry);
  const reference = kind === 'refund' || kind === 'item' ? entry.get('reference') : '';
  return reference || entry.get('orderId') || undefined;
}
