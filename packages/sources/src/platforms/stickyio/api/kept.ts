import { isRecord } from 'sequenzy-contract';
import type { Row } from './client.ts';

/** What is kept of an order: all that is read of it. Cards, bank accounts, addresses and phone numbers go no further. */
const ofOrder = new Set([
  ...['order_id', 'order_status', 'order_total', 'time_stamp', 'acquisition_date', 'currency_code'],
  ...['customer_id', 'email_address', 'first_name', 'last_name', 'amount_refunded_to_date'],
  ...['campaign_id', 'billing_cycle', 'ancestor_id', 'parent_id', 'is_recurring', 'is_void'],
  ...['is_chargeback', 'is_test_cc', 'on_hold'],
]);

const ofLine = new Set(['product_id', 'sku', 'price', 'product_qty', 'name']);

export function keptOrder(row: Row): Row {
  const { products } = row;
  const lines = isRecord(products)
    ? Object.values(products)
    : Array.isArray(products)
      ? products
      : [];
  return {
    ...only(row, ofOrder),
    products: lines.filter(isRecord).map((line) => only(line, ofLine)),
  };
}

function only(row: Row, names: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
}
