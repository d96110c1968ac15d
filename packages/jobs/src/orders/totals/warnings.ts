import { option, say, type Words, number } from 'sequenzy-contract';
import type { BackfillPlan } from 'sequenzy-commerce/backfill';
import type { TotalsOptions } from './totals-settings.ts';
import { CustomerExport } from './customer-export.ts';
import type { OrderHistory } from '../history/order-history.ts';
import { unownedOf } from '../history/partial-history.ts';

const mostNamed = 20;

/** Customers who are sent without totals, and why. */
export type WithoutTotals = Pick<BackfillPlan, 'mixedCurrencyCustomers' | 'incompleteCustomers'>;

/** What has to be known of the totals before they are sent. */
export function warningsOf(
  { mixedCurrencyCustomers: mixed, incompleteCustomers: incomplete }: WithoutTotals,
  history: Pick<OrderHistory, 'faulty'>,
  { totals, rates }: TotalsOptions,
): Words[] {
  const sentences: Words[] = [];
  if (mixed.length > 0) {
    const nextStep =
      rates === undefined
        ? say`${option('rates')} and ${option('baseCurrency')} convert them.`
        : say`${option('rates')} lacks one of their currencies.`;
    sentences.push(
      say`Customers whose orders mix currencies are sent without totals: ${named(mixed)}. ${nextStep}`,
    );
  }
  if (incomplete.length > 0) {
    const whose =
      totals === 'given'
        ? 'Customers whose newest order is rejected are sent without totals, which would be outdated'
        : 'Customers with a rejected order are sent without totals, which would be too low';
    sentences.push(
      `${whose}: ${named(incomplete)}. Correct the orders in the files themselves and run the same command again.`,
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
  const unowned = totals === 'computed' ? unownedOf(history) : [];
  if (unowned.length > 0) {
    sentences.push(
      `Rejected orders whose e-mail address cannot be read are in nobody’s totals: ${named(unowned, '; ')}.`,
    );
  }
  return sentences;
}

type Known = Pick<BackfillPlan, 'orderChanges' | 'lackingCustomers' | 'lostOrders'>;

/** Orders that were sent before, and are no longer what they were. */
export function knownOrderWarnings(
  { orderChanges, lackingCustomers, lostOrders }: Known,
  history: Pick<OrderHistory, 'faulty'>,
): Words[] {
  const { moved } = orderChanges;
  const { count: lost, examples } = lostOrders;
  const sentences: Words[] = [];
  if (moved > 0) {
    const [orders, they] =
      moved === 1 ? ['1 order has', 'it was'] : [`${number(moved)} orders have`, 'they were'];
    sentences.push(
      `${orders} another e-mail address than when ${they} sent. Nothing is sent of ${moved === 1 ? 'it' : 'them'}: the old address keeps its totals.`,
    );
  }
  if (lost > 0) {
    // One that is forgotten and still rejected could be anybody's.
    const first = unownedOf(history).length > 0 ? ', and its row is no longer in the files' : '';
    const which = `${examples.join(', ')}${lost > examples.length ? ', …' : ''}`;
    const [orders, their] =
      lost === 1
        ? ['1 order', 'Its customer keeps the totals']
        : [`${number(lost)} orders`, 'Their customers keep the totals'];
    sentences.push(
      `${orders} that ${lost === 1 ? 'was' : 'were'} sent before ${lost === 1 ? 'is' : 'are'} now skipped or rejected: ${which}. ${their} that Sequenzy has. If the shop has erased ${lost === 1 ? 'it' : 'them'}${first}: sequenzy-cli orders forget ${JSON.stringify(examples[0] ?? '')}${lost > 1 ? ' …' : ''}`,
    );
  }
  if (lackingCustomers.length > 0) {
    sentences.push(
      `Customers with such an order are sent without totals, which would be too low: ${named(lackingCustomers)}.`,
    );
  }
  return sentences;
}

/** Cancellations of orders that nothing shows to have been sent. */
export function neverSentWarnings({ neverSent }: Pick<OrderHistory, 'neverSent'>): Words[] {
  if (neverSent === 0) return [];
  const what = neverSent === 1 ? '1 order was' : `${number(neverSent)} orders were`;
  return [`${what} cancelled and never sent, so there is nothing to cancel: left out.`];
}

/** Orders of customers who were erased. */
export function erasedWarnings({ erased }: Pick<OrderHistory, 'erased'>): Words[] {
  if (erased === 0) return [];
  const what = erased === 1 ? '1 order is' : `${number(erased)} orders are`;
  return [`${what} of customers who were erased (privacy erase): left out.`];
}

function named(names: readonly string[], separator = ', '): string {
  const more = names.length > mostNamed ? ` and ${String(names.length - mostNamed)} more` : '';
  return `${names.slice(0, mostNamed).join(separator)}${more}`;
}
