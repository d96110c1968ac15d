import { isRecord } from 'sequenzy-contract';
import type { Documents, InputDocument } from '../../../documents/document.ts';
import { canMean, isCurrencyMark } from '../../../money/currency-mark.ts';
import { Members } from '../../../kinds/orders/members.ts';
import { orderedLines, linesOf } from '../../../kinds/orders/ordered-lines.ts';
import { propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import {
  noOrder,
  totalSums,
  type MappedOrder,
  type OrderSettings,
  type TotalIs,
} from '../../../kinds/orders/source.ts';
import { isTest, readStatus } from './status.ts';
import { slugOf } from '../../../kinds/orders/product-index.ts';
import { readReturns } from './returns.ts';
import { readTotal } from './total.ts';

/** Source: the vendor's table of webhook fields, captured webhooks and answers, and public clients of the API. */
export function mapDocument([document]: Documents, settings: OrderSettings): MappedOrder {
  if (!isRecord(document.value)) return noOrder(document);
  const order = new Members(document, settings);
  const email = order.text('emailAddress');
  const { orderId, formerId } = idsOf(order);
  const { status: said, facts, noSale } = readStatus(order, settings.includePending);
  // What is no sale is not read: a lead has neither a currency nor an amount that means anything.
  const left = isTest(order) && !settings.includeTests ? 'test' : noSale;
  if (left !== undefined) return { key: orderId, order: {}, faults: [], items: 0, skip: left };
  const currency = currencyOf(order);
  const total = readTotal(order, currency, settings.totalIs ?? measuredIn(order));
  const { totalCents } = total;
  const { status, refundAmountCents, notes } = readReturns(order, said, totalCents, currency);
  const lines = linesIn(order, document);
  const updatedAt = order.optionalInstant('dateUpdated');
  const skip = skipReason({ email }, settings);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      status,
      totalCents,
      currency,
      orderedAt: orderedAt(order),
      customer: withoutUndefined({
        email,
        externalId: order.id('customerId'),
        firstName: order.text('firstName') ?? order.text('shipFirstName'),
        lastName: order.text('lastName') ?? order.text('shipLastName'),
      }),
      items: orderedLines(lines, 'qty', (line, quantity = 1) => ({
        ...productIn(line),
        quantity,
        variantId: line.id('variantDetailId'),
        sku: line.text('sku') ?? line.text('productSku'),
        priceCents: line.money('price', currency),
      })),
      refundAmountCents,
      properties: propertiesOf({
        orderType: order.text('orderType'),
        campaignId: order.id('campaignId'),
        campaignName: order.text('campaignName'),
        affiliateId: order.id('affId'),
        utmSource: order.text('UTMSource'),
      }),
    }),
    faults: order.faults,
    items: lines.length,
    notes: [...order.notes, ...total.notes, ...notes],
    ...(formerId !== undefined && { formerId }),
    ...facts,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(skip !== undefined && { skip }),
  };
}

/** The same order has hex digits as `orderId` in the query and a number in a webhook, where `clientOrderId` has them. */
function idsOf(order: Members): { orderId: string | undefined; formerId: string | undefined } {
  const own = order.id('clientOrderId');
  if (own === undefined) order.required('orderId');
  const given = order.id('orderId');
  const orderId = own ?? given;
  const others = [given, order.id('actualOrderId')];
  return { orderId, formerId: others.find((id) => id !== undefined && id !== orderId) };
}

/** Its code, else the one that the user says, unless the order has the sign of another currency. */
function currencyOf(order: Members): string | undefined {
  const currency = order.currency('currencyCode');
  const sign = order.has('currencyCode') ? undefined : order.title('currencySymbol');
  if (currency === undefined || sign === undefined) return currency;
  if (isCurrencyMark(sign) && !canMean(sign, currency)) {
    order.fault('currencySymbol', `is "${sign}", and these amounts would be read in ${currency}`);
  }
  return currency;
}

/** Beside an order that was read live stands what all orders of its account have told. */
function measuredIn(order: Members): TotalIs | undefined {
  return totalSums.find((sum) => sum === order.text('totalIs'));
}

/** A webhook has the date and the time apart. */
function orderedAt(order: Members): string | undefined {
  const date = order.required('dateCreated');
  const time = order.text('timeCreated');
  const isWhole = date === undefined || time === undefined || /\d:\d/.test(date);
  return date && order.instant('dateCreated', isWhole ? '' : ` ${time}`);
}

/** A webhook has room for five products, each in columns of its own: `product1_name` to `product5_qty`. */
const mostProducts = 5;

/** What a webhook can say of a product. */
const members = [
  'name',
  'sku',
  'crmId',
  'externalId',
  'campaignProductId',
  'price',
  'qty',
] as const;

/** The lines of an order: `items` of the query, else the products of a webhook. */
function linesIn(order: Members, document: InputDocument): Members[] {
  const products = productsOf(document);
  const names = Object.keys(products);
  if (names.length === 0 || order.list('items').length > 0) return linesOf(order, 'items');
  const beside = order.beside({ ...document, value: products });
  return names.map((name) => beside.child(name));
}

/** The product of a line by its id, else by its title: a webhook has the members that the merchant has chosen. */
function productIn(line: Members): object {
  const [productId, title] = [productIdOf(line), titleOf(line)];
  if (productId !== undefined || title === undefined) return { productId, title };
  line.notes.push('namedByTitle');
  return { productId: slugOf(title), title };
}

/** Its own id is that of the campaign's product; in the query that is `productId`. */
function productIdOf(line: Members): string | undefined {
  return (
    line.id('productId') ??
    line.id('campaignProductId') ??
    line.id('crmId') ??
    line.id('externalId') ??
    line.text('sku')
  );
}

/** `(14015) Oak Tray` begins with the number of the base product. */
function titleOf(line: Members): string | undefined {
  return line.title('name')?.replace(/^\(\d+\)\s+(?=\S)/, '');
}

/** `product1` to `product5`, as far as anything is said of them. */
function productsOf({ value }: InputDocument): Record<string, object> {
  if (!isRecord(value)) return {};
  const fields = new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
  const products: Record<string, object> = {};
  for (let number = 1; number <= mostProducts; number += 1) {
    const product = `product${String(number)}`;
    const said = members.flatMap((member): [string, unknown][] => {
      const one = fields.get(`${product}_${member.toLowerCase()}`);
      return one === undefined || one === null || one === '' ? [] : [[member, one]];
    });
    if (said.length > 0) products[product] = Object.fromEntries(said);
  }
  return products;
}
