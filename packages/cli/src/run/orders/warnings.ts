import type { OrderHistory } from './order-history.ts';
import type { OrdersPlan } from './orders-plan.ts';
import type { TotalsOptions } from './backfill-totals.ts';
import { CustomerExport } from './customer-export.ts';

const mostNamed = 20;

/** What has to be known of the totals before they are sent. */
export function warningsOf(
  mixed: OrdersPlan['mixedCurrencyCustomers'],
  { faulty }: Pick<OrderHistory, 'faulty'>,
  { totals }: TotalsOptions,
): string[] {
  const sentences: string[] = [];
  if (mixed.length > 0) {
    sentences.push(
      `Customers whose orders mix currencies are sent without totals: ${named(mixed)}. --rates and --base-currency convert them.`,
    );
  }
  if (totals instanceof CustomerExport) {
    sentences.push(...totals.warnings);
    if (totals.missing.size > 0) {
      sentences.push(
        `Customers who are not in ${totals.file} are sent without totals: ${named([...totals.missing])}.`,
      );
    }
  }
  if (totals === 'computed' && faulty > 0) {
    sentences.push(
      `The computed totals lack ${String(faulty)} rejected ${faulty === 1 ? 'order' : 'orders'}: correct them in the files themselves and run the same command again.`,
    );
  }
  return sentences;
}

function named(emails: readonly string[]): string {
  const more = emails.length > mostNamed ? ` and ${String(emails.length - mostNamed)} more` : '';
  return `${emails.slice(0, mostNamed).join(', ')}${more}`;
}
