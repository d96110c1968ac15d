import type { Fields, InputDocument } from '../../../documents/document.ts';
import type { Members } from '../../../kinds/orders/members.ts';

/** What order_view and a postback say alike, each in its own words. */
export interface Names {
  readonly email: string;
  /** The first that is there. */
  readonly times: readonly [string, string];
  readonly billingCycle: string;
  readonly parentId: string;
  readonly isChargeback: string;
  readonly line: Readonly<Record<'productId' | 'title' | 'quantity' | 'sku' | 'price', string>>;
}

/** Source of both: types of a public client. */
const ofOrderView: Names = {
  email: 'email_address',
  times: ['time_stamp', 'acquisition_date'],
  billingCycle: 'billing_cycle',
  parentId: 'parent_id',
  isChargeback: 'is_chargeback',
  line: {
    productId: 'product_id',
    title: 'name',
    quantity: 'product_qty',
    sku: 'sku',
    price: 'price',
  },
};

const ofPostback: Names = {
  email: 'email',
  times: ['order_date_time', 'order_date'],
  billingCycle: 'rebill_depth',
  parentId: 'parent_order_id',
  isChargeback: 'ischargeback',
  line: {
    productId: 'product_id_csv',
    title: 'product_names_csv',
    quantity: 'product_qtys_csv',
    sku: 'product_skus_csv',
    price: 'product_prices_csv',
  },
};

/** A postback lists what was bought column by column. */
export function isPostback(fields: Fields): boolean {
  return ofPostback.line.productId in fields;
}

export function namesOf(fields: Fields): Names {
  return isPostback(fields) ? ofPostback : ofOrderView;
}

/**
 * The lines of a postback: the first of each list, then the second. Nothing in the lists says where an entry ends but
 * the comma, so that lists that are not equally long cannot be paired.
 */
export function linesOfPostback(order: Members, document: InputDocument): Members[] {
  const lists = Object.values(ofPostback.line).flatMap((key) =>
    order.has(key) ? [{ key, entries: (order.text(key) ?? '').split(',') }] : [],
  );
  const [first] = lists;
  if (first === undefined) return [];
  const other = lists.find(({ entries }) => entries.length !== first.entries.length);
  if (other !== undefined) {
    const message = `has ${String(other.entries.length)} entries, and ${first.key} ${String(first.entries.length)}: a comma inside an entry shifts the others`;
    order.fault(other.key, message);
    return [];
  }
  return first.entries.map((_, at) => {
    const value = Object.fromEntries(lists.map(({ key, entries }) => [key, entries[at]]));
    return order.beside({ ...document, value });
  });
}
