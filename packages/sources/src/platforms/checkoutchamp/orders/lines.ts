import { isRecord } from 'sequenzy-contract';
import type { InputDocument } from '../../../documents/document.ts';
import type { Members } from '../../../kinds/orders/members.ts';
import { linesOf } from '../../../kinds/orders/ordered-lines.ts';
import { slugOf } from '../../../kinds/orders/product-index.ts';

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
export function linesIn(order: Members, document: InputDocument): Members[] {
  const products = productsOf(document);
  const names = Object.keys(products);
  if (names.length === 0 || order.list('items').length > 0) return linesOf(order, 'items');
  const beside = order.beside({ ...document, value: products });
  return names.map((name) => beside.child(name));
}

/** The product of a line by its id, else by its title: a webhook has the members that the merchant has chosen. */
export function productIn(line: Members): object {
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
