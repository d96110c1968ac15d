import { counted, verb } from '../../text/counted.ts';
import type { SkippedOrders } from './orders.ts';
import type { OrderSettings } from './source.ts';

/** Why an order is left out that nobody has paid. */
export const notPaidYet = 'not paid yet';

/** What can keep an order from being sent. */
export interface Obstacles {
  readonly email: string | undefined;
  /** Nobody has paid yet, and the order is not over either. */
  readonly isPending?: boolean;
  readonly isTest?: boolean;
}

const options = new Map([
  ['test', '--include-tests'],
  ['not paid yet', '--include-pending'],
]);

/** Orders that are left out for one reason, with the option that includes them. */
export function skippedOrders(reason: string, orders: number): SkippedOrders {
  const option = options.get(reason);
  return { reason, orders, ...(option !== undefined && { option }) };
}

/** More than a tenth left out is a question, not a detail: shops paid at the door keep most orders pending. */
export function leftOutWarnings(skipped: readonly SkippedOrders[], found: number): string[] {
  const out = skipped.reduce((sum, { orders }) => sum + orders, 0);
  if (out * 10 <= found) return [];
  const classes = skipped.map(({ reason, orders, option }) => {
    const how = option === undefined ? '' : ` (${option} includes them)`;
    return `${String(orders)} ${reason}${how}`;
  });
  const share = String(Math.round((out * 100) / found));
  return [
    `${String(out)} of ${counted(found, 'order')} (${share} %) ${verb(out, 'is', 'are')} left out: ${classes.join(', ')}.`,
  ];
}

/** Why an order is left out, in a word or two. */
export function skipReason(
  { email, isPending = false, isTest = false }: Obstacles,
  { includePending, includeTests }: OrderSettings,
): string | undefined {
  if (isTest && !includeTests) return 'test';
  if (isPending && !includePending) return notPaidYet;
  return email === undefined ? 'no e-mail' : undefined;
}
