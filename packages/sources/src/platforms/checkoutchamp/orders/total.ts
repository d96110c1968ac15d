import type { Fields } from '../../../documents/document.ts';
import type { Members } from '../../../kinds/orders/members.ts';
import type { OrderNote, TotalIs } from '../../../kinds/orders/source.ts';

interface ReadTotal {
  readonly totalCents: number | undefined;
  readonly notes: readonly OrderNote[];
}

/**
 * What the customer has paid. Of a webhook `totalPrice` has upsells and shipping in it, `orderTotal` does not; of the query
 * nobody documents whether `totalAmount` has the shipping in it.
 *
 * Source: the vendor's table of webhook fields.
 */
export function readTotal(
  order: Members,
  currency: string | undefined,
  totalIs: TotalIs | undefined,
): ReadTotal {
  const key = ['totalAmount', 'totalPrice', 'orderTotal'].find((one) => order.has(one));
  const total = order.money(key ?? 'totalAmount', currency);
  if (totalIs === 'totalAmount+shipping' && key !== 'totalPrice') {
    const shipping = order.money(shippingKeyOf(order.fields), currency) ?? 0;
    return { totalCents: total === undefined ? undefined : total + shipping, notes: [] };
  }
  const isLow = totalIs === undefined && sumOf(order.fields) === 'totalAmount+shipping';
  return { totalCents: total, notes: isLow ? ['lacksShipping'] : [] };
}

/**
 * By which sum of price, shipping, tax and discount `totalAmount` comes about: `both` where that tells nothing. Whether the
 * tax is in the price is not documented either: a sum may have it or not.
 */
export function sumOf(order: Fields): TotalIs | 'neither' | 'both' {
  const shipping = decimal(order['baseShipping']);
  const total = decimal(order['totalAmount']);
  if (shipping === undefined || shipping === 0n || total === undefined) return 'both';
  const [price = 0n, tax = 0n, discount = 0n] = ['price', 'salesTax', 'totalDiscount'].map(
    (name) => decimal(order[name]) ?? 0n,
  );
  const rest = total - price + discount;
  const holds = rest === shipping + tax || rest === shipping;
  const lacks = rest === tax || rest === 0n;
  if (holds && lacks) return 'both';
  return holds ? 'totalAmount' : lacks ? 'totalAmount+shipping' : 'neither';
}

function shippingKeyOf(order: Fields): string {
  return 'baseShipping' in order ? 'baseShipping' : 'totalShipping';
}

/** Digits that amounts are added up with: more than any currency has. */
const scale = 4;

/** `19.95` as 199500n; undefined for what is not such an amount. */
function decimal(value: unknown): bigint | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const [, sign = '', whole = '', fraction = ''] =
    /^\s*(-?)(\d+)(?:\.(\d{1,4})0*)?\s*$/.exec(text.replaceAll(',', '')) ?? [];
  if (whole === '') return undefined;
  const digits = BigInt(whole + fraction.padEnd(scale, '0'));
  return sign === '-' ? -digits : digits;
}
