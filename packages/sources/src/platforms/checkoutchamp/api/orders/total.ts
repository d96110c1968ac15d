import { option, say } from 'sequenzy-contract';
import { LiveError } from '../../../../live/live-error.ts';
import type { Row } from '../client.ts';
import type { TotalIs } from '../../../../kinds/orders/source.ts';
import { sumOf } from '../../orders/total.ts';

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
    const verdict = sumOf(order);
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
