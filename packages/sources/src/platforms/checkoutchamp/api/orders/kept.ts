import { isRecord } from 'sequenzy-contract';
import type { Row } from '../client.ts';

/**
 * What is kept of an order: all that is read of it. Answers hold bank accounts and passwords (`achAccountNumber`,
 * `achRoutingNumber`, `eCommercePassword`), which go no further than here, as do phone numbers and postal addresses.
 */
const ofOrder = new Set([
  ...['orderId', 'clientOrderId', 'actualOrderId', 'originalOrderId', 'dateCreated', 'dateUpdated'],
  ...['orderType', 'orderStatus', 'fulfillmentStatus', 'recurringStatus', 'billingCycleNumber'],
  ...['totalAmount', 'price', 'baseShipping', 'salesTax', 'totalDiscount'],
  ...['currencyCode', 'currencySymbol', 'campaignId', 'campaignName', 'affId', 'UTMSource'],
  ...['customerId', 'emailAddress', 'firstName', 'lastName', 'shipFirstName', 'shipLastName'],
  ...['cardType', 'cardLast4', 'test', 'items', 'fulfillments'],
]);

const ofLine = new Set([
  ...['productId', 'campaignProductId', 'variantDetailId', 'name', 'qty', 'price', 'sku'],
  ...['productSku', 'purchaseStatus', 'recurringStatus', 'status'],
]);

const ofTransaction = new Set([
  ...['transactionId', 'orderId', 'clientOrderId', 'actualOrderId', 'txnType', 'responseType'],
  ...['totalAmount', 'dateCreated', 'isChargedback', 'chargebackAmount', 'chargebackDate'],
]);

export function keptOrder(row: Row): Row {
  const order = only(row, ofOrder);
  const lists = ['items', 'fulfillments'].filter((name) => name in order);
  return { ...order, ...Object.fromEntries(lists.map((name) => [name, linesOf(order[name])])) };
}

export function keptTransaction(row: Row): Row {
  return only(row, ofTransaction);
}

/** A list, or an object by id, of what is kept of each. */
function linesOf(lines: unknown): unknown {
  const kept = (line: unknown): unknown => (isRecord(line) ? only(line, ofLine) : null);
  if (Array.isArray(lines)) return lines.map(kept);
  if (!isRecord(lines)) return null;
  return Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, kept(line)]));
}

function only(row: Row, names: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
}
