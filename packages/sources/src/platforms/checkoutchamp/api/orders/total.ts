import { option, say } from 'sequenzy-contract';
import { LiveError } from '../../../../live/live-error.ts';
import type { Row } from '../client.ts';
import type { TotalIs } from '../settings.ts';

/** Digits that amounts are added up with: more than any currency has. */
const scale = 4;

/**
 * Tells from an account's own orders whether `totalAmount` holds the shipping, which nobody documents: by which sum of
 * price, shipping, tax and discount it comes about.
 */
export class TotalWatch {
  readonly #found: Record<TotalIs | 'neither', { count: number; example: string }> = {
    totalAmount: { count: 0, example: '' },
    'totalAmount+shipping': { count: 0, example: '' },
    neither: { count: 0, example: '' },
  };

  /** Orders that are not sales, and those without shipping, tell nothing. */
  add(order: Row): void {
    if (!['COMPLETE', 'REFUNDED', 'CANCELLED'].includes(String(order['orderStatus']))) return;
    const shipping = decimal(order['baseShipping']);
    const total = decimal(order['totalAmount']);
    if (shipping === undefined || shipping === 0n || total === undefined) return;
    const verdict = verdictOf(order, total, shipping);
    if (verdict === 'both') return;
    const found = this.#found[verdict];
    found.count += 1;
    if (found.count === 1) found.example = String(order['orderId']);
  }

  /**
   * @throws {LiveError} The orders contradict each other, or are not made of these sums at all.
   */
  decided(): TotalIs {
    const { totalAmount, 'totalAmount+shipping': without, neither } = this.#found;
    if (totalAmount.count + without.count + neither.count === 0) return 'totalAmount';
    if (neither.count === 0 && without.count === 0) return 'totalAmount';
    if (neither.count === 0 && totalAmount.count === 0) return 'totalAmount+shipping';
    const counted = [
      [totalAmount, 'holds the shipping'],
      [without, 'lacks it'],
      [neither, 'is another sum'],
    ] as const;
    const parts = counted.flatMap(([{ count, example }, words]) =>
      count === 0 ? [] : [`${words} in ${String(count)} (such as ${example})`],
    );
    throw new LiveError(
      `whether the total of an order has the shipping in it differs: totalAmount ${parts.join(', ')}`,
      {
        code: 'contradiction',
        end: 'unusable',
        nextStep: say`Compare an order in CheckoutChamp, then pass ${option('totalIs', 'totalAmount')} or ${option('totalIs', 'totalAmount+shipping')}. What was read is kept.`,
      },
    );
  }
}

/** Whether the tax is in the price is not documented either: a sum may have it or not. */
function verdictOf(order: Row, total: bigint, shipping: bigint): TotalIs | 'neither' | 'both' {
  const [price = 0n, tax = 0n, discount = 0n] = ['price', 'salesTax', 'totalDiscount'].map(
    (name) => decimal(order[name]) ?? 0n,
  );
  const rest = total - price + discount;
  const holds = rest === shipping + tax || rest === shipping;
  const lacks = rest === tax || rest === 0n;
  if (holds && lacks) return 'both';
  return holds ? 'totalAmount' : lacks ? 'totalAmount+shipping' : 'neither';
}

/** An order with what the customer has paid as its `totalAmount`. */
export function withTotal(order: Row, totalIs: TotalIs): Row {
  const [total, shipping] = [decimal(order['totalAmount']), decimal(order['baseShipping'])];
  if (totalIs === 'totalAmount' || total === undefined || shipping === undefined) return order;
  return { ...order, totalAmount: textOf(total + shipping) };
}

export function isTotal(text: string): text is TotalIs {
  return text === 'totalAmount' || text === 'totalAmount+shipping';
}

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

function textOf(digits: bigint): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const decimals = text.slice(-scale).replace(/0{1,2}$/, '');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${decimals}`;
}
