import { isRecord } from 'sequenzy-contract';
import type { Fields, InputDocument } from '../../../documents/document.ts';

/** Of the export of customers (`Total Orders`), and of the Admin API (`orders_count`, `numberOfOrders`). */
export const headings = {
  email: ['Email'],
  ordersCount: ['Total Orders', 'ordersCount', 'numberOfOrders'],
  totalSpent: ['Total Spent', 'amountSpent'],
} as const;

/** Lays a document out flat where a platform nests the amount, or names a currency beside it that is not the amount's. */
export function flatDocument(document: InputDocument): InputDocument {
  return isRecord(document.value) ? { ...document, value: flat(document.value) } : document;
}

function flat(fields: Fields): Fields {
  const spent = fields['amountSpent'];
  if (isRecord(spent)) {
    // GraphQL: { amount, currencyCode }
    return { ...fields, amountSpent: spent['amount'], currency: spent['currencyCode'] };
  }
  if (!isShopifyRest(fields)) return fields;
  // What the customer paid the last order in; `total_spent` is in the shop's currency. Source: the vendor's reference.
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'currency'));
}

function isShopifyRest(fields: Fields): boolean {
  const own = ['admin_graphql_api_id', 'last_order_id', 'verified_email'];
  return 'total_spent' in fields && own.some((key) => key in fields);
}
