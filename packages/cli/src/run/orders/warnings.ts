import type { OrderHistory } from './order-history.ts';
import type { OrdersPlan } from './orders-plan.ts';
import type { TotalsOptions } from './backfill-totals.ts';

const mostNamed = 20;

/** What has to be known of the totals before they are sent. */
export function warningsOf(
  { mixedCurrencyCustomers: mixed }: Pick<OrdersPlan, 'mixedCurrencyCustomers'>,
  { faulty }: Pick<OrderHistory, 'faulty'>,
  { totals }: TotalsOptions,
): string[] {
  const sentences: string[] = [];
  if (mixed.length > 0) {
    const more = mixed.length > mostNamed ? ` and ${String(mixed.length - mostNamed)} more` : '';
    sentences.push(
      `Customers whose orders mix currencies are sent without totals: ${mixed.slice(0, mostNamed).join(', ')}${more}. --rates and --base-currency convert them.`,
    );
  }
  if (totals === 'computed' && faulty > 0) {
    sentences.push(
      `The computed totals lack ${String(faulty)} rejected ${faulty === 1 ? 'order' : 'orders'}: correct them in the files themselves and run the same command again.`,
    );
  }
  return sentences;
}
