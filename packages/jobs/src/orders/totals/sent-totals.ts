import { type Order } from 'sequenzy-commerce';
import {
  CustomerTotals,
  type LifetimeTotals,
  type SentTotals,
  type TotalsRule,
} from 'sequenzy-commerce/backfill';
import { CustomerExport } from './customer-export.ts';
import type { OrderHistory } from '../history/order-history.ts';
import type { TotalsOptions } from './totals-settings.ts';
import type { SentEarlier } from './sent-earlier.ts';
import type { WithoutTotals } from './warnings.ts';

/** What a backfill with these options has put on the orders. */
export interface Sent extends SentTotals {
  readonly without: WithoutTotals;
  /** Customers in the files. */
  readonly customers: number;
}

export interface VerifiedTotals {
  readonly sampleSize: number;
  /** Computed totals by rules that were sent before are correct as well. */
  readonly earlier: SentEarlier;
}

type Orders = AsyncIterable<Order> & Pick<OrderHistory, 'faulty' | 'factsOf'>;

/**
 * The totals of a sample of the customers, as a backfill sends them.
 *
 * @param orders Gone through once where the totals are computed, else twice.
 */
export async function sentTotals(
  orders: Orders,
  { totals, rates, totalsRule = 'net' }: TotalsOptions,
  { sampleSize, earlier }: VerifiedTotals,
): Promise<Sent> {
  const by = (rule: TotalsRule): CustomerTotals =>
    new CustomerTotals({ sampleSize, rule, ...(rates && { rates }) });
  const computed = by(totalsRule);
  const others = earlier.rules.filter((rule) => rule !== totalsRule).map(by);
  const { moved } = earlier;
  // What a later order of the new address carries; only needed where there is one.
  const asInFiles = moved.size === 0 ? undefined : by(totalsRule);
  for await (const order of orders) {
    const counted = { ...order, ...orders.factsOf(order) };
    asInFiles?.add(counted);
    const email = moved.has(order.orderId) ? moved.get(order.orderId) : order.customer.email;
    if (email === undefined) continue;
    for (const one of [computed, ...others]) one.add({ ...counted, customer: { email } });
  }
  const { customers } = asInFiles ?? computed;
  const losers = new Set([...moved.values()].map((email) => email?.trim().toLowerCase()));
  if (totals === 'computed') {
    const sent = ofComputed(computed, others, orders);
    return {
      ...sent,
      customers,
      totalsOf: (email) => (earlier.isLacking(email) ? undefined : sent.totalsOf(email)),
      alsoCorrect: (email) => {
        const later = losers.has(email) ? undefined : asInFiles?.totalsOf(email);
        return [...(sent.alsoCorrect?.(email) ?? []), ...(later ? [later] : [])];
      },
    };
  }
  const sample = computed.sample(sampleSize);
  const isExport = totals instanceof CustomerExport;
  const newest = await newestOf(
    new Set(sample),
    orders,
    (order) => (isExport ? totals.totalsOf(order.customer.email) : order.customerTotals),
    ({ customer, currency }) =>
      isExport ? (totals.currencyOf(customer.email) ?? currency) : currency,
  );
  const incompleteCustomers = isExport ? [] : outdated(newest, orders);
  for (const email of incompleteCustomers) newest.delete(email);
  for (const email of sample) {
    if (losers.has(email) || earlier.isLacking(email)) newest.delete(email);
  }
  return {
    customers,
    without: { mixedCurrencyCustomers: [], incompleteCustomers },
    sample: (count) => sample.slice(0, count),
    totalsOf: (email) => newest.get(email)?.totals,
    currencyOf: (email) => newest.get(email)?.currency,
    currenciesOf: (email) => computed.currenciesOf(email),
  };
}

/** Without those of customers with an order that could not be counted, as the SDK leaves them out. */
function ofComputed(
  computed: CustomerTotals,
  others: readonly CustomerTotals[],
  { faulty }: Pick<OrderHistory, 'faulty'>,
): Sent {
  for (const { email } of faulty) if (email !== undefined) computed.addUnknown(email);
  return {
    customers: computed.customers,
    without: {
      mixedCurrencyCustomers: computed.mixed(),
      incompleteCustomers: computed.incomplete(),
    },
    sample: (count) => computed.sample(count),
    totalsOf: (email) => computed.totalsOf(email),
    alsoCorrect: (email) => others.flatMap((one) => one.totalsOf(email) ?? []),
    currencyOf: (email) => computed.currencyOf(email),
    currenciesOf: (email) => computed.currenciesOf(email),
  };
}

/** What is said on a customer's newest order that says it. */
interface Said {
  readonly time: number;
  readonly totals: LifetimeTotals;
  readonly currency: string;
}

/** By address in lower case. At the same time, what stands later wins. */
async function newestOf(
  emails: ReadonlySet<string>,
  orders: Orders,
  totalsOn: (order: Order) => LifetimeTotals | undefined,
  currencyOn: (order: Order) => string,
): Promise<Map<string, Said>> {
  const newest = new Map<string, Said>();
  for await (const order of orders) {
    const email = order.customer.email.trim().toLowerCase();
    const totals = emails.has(email) ? totalsOn(order) : undefined;
    const time = Date.parse(order.orderedAt ?? '');
    if (totals === undefined || time < (newest.get(email)?.time ?? -Infinity)) continue;
    newest.set(email, { time, totals, currency: currencyOn(order) });
  }
  return newest;
}

/** Those with a rejected order that may be newer than what is said. */
function outdated(
  newest: ReadonlyMap<string, Said>,
  { faulty }: Pick<OrderHistory, 'faulty'>,
): string[] {
  const emails = faulty.flatMap(({ email, orderedAt }) => {
    const said = email === undefined ? undefined : newest.get(email);
    const time = orderedAt === undefined ? Infinity : Date.parse(orderedAt);
    return email !== undefined && said !== undefined && time >= said.time ? [email] : [];
  });
  return [...new Set(emails)];
}
