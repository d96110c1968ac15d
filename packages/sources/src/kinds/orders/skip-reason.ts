import { joined, option, say, type Words } from 'sequenzy-contract';
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
  ['test', 'includeTests'],
  ['not paid yet', 'includePending'],
]);

/** Orders that are left out for one reason, with the option that includes them. */
export function skippedOrders(reason: string, orders: number): SkippedOrders {
  const name = options.get(reason);
  return { reason, orders, ...(name !== undefined && { option: name }) };
}

/** More than a tenth left out is a question, not a detail: shops paid at the door keep most orders pending. */
export function leftOutWarnings(skipped: readonly SkippedOrders[], found: number): Words[] {
  const out = skipped.reduce((sum, { orders }) => sum + orders, 0);
  if (out * 10 <= found) return [];
  const classes = skipped.flatMap(({ reason, orders, option: name }, at) => {
    const how = name === undefined ? '' : say` (${option(name)} includes them)`;
    return [at === 0 ? '' : ', ', say`${String(orders)} ${reason}${how}`];
  });
  const share = String(Math.round((out * 100) / found));
  return [
    say`${String(out)} of ${counted(found, 'order')} (${share} %) ${verb(out, 'is', 'are')} left out: ${joined(classes)}.`,
  ];
}

/** Why an order is left out, in a word or two. */
export function skipReason(
  { email, isPending = false, isTest = false }: Obstacles,
  { includePending, includeTests }: OrderSettings,
): string | undefined {
  if (isTest && !includeTests) return 'test';
  if (isPending && !includePending) return notPaidYet;
  if (email === undefined) return 'no e-mail';
  return isMasked(email) ? 'masked e-mail' : undefined;
}

/** Of marketplaces, which forward mail about an order and nothing else, and of the machines that take orders for them. */
const relays =
  /@(marketplace\.amazon\.[a-z.]+|members\.ebay\.[a-z.]+|relay\.walmart\.com|scs\d?\.tiktok(w|v)?\.(us|com)|doordash\.com)$/i;

/** Whether an address is made unreadable (`a***@x.example`), or is one that a marketplace puts before the customer's. */
function isMasked(email: string): boolean {
  return /[*•…]|\[redacted\]|\(masked\)/i.test(email) || relays.test(email.trim());
}
