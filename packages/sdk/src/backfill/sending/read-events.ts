import type { BackfillOptions } from '../backfill-options.ts';
import type { Access } from '../order-source.ts';
import { filterFrom } from '../survey/filter.ts';
import type { Survey } from '../survey/survey.ts';
import type { Surveyed } from '../survey/survey-source.ts';
import { lookupOf } from '../totals/lookup.ts';
import { Finisher, type CarriedBy } from './finisher.ts';
import type { OrderEvent } from './order-event.ts';
import { readInSequence } from './read-in-sequence.ts';
import { readOnce, readThrough } from './read-through.ts';
import type { Routes } from './routes.ts';
import type { TurnOf } from './sequence.ts';

/** Everything that is to be sent, in its order, and the count of what is not. */
export interface Events {
  readonly events: AsyncIterable<OrderEvent>;
  readonly finisher: Finisher;
}

export function readSurveyed(
  { access, survey }: Surveyed,
  options: BackfillOptions,
  routes: Routes | undefined,
  signal: AbortSignal,
): Events {
  const carriedBy: CarriedBy = ({ customer }) => survey.carriedBy(customer.email);
  const finisher = new Finisher(options, carriedBy, access.factsOf, ({ orderId }) => {
    const row = survey.orders.find(orderId);
    return row === undefined ? undefined : routes?.of(row);
  });
  const turnOf = turnsOf(survey, options, routes);
  const events =
    access.read === undefined
      ? readThrough(survey, access.all, turnOf, finisher, signal)
      : readInSequence(survey, access.read, turnOf, finisher);
  return { events, finisher };
}

/** What goes first: history before the orders that bring the totals, or each customer's newest order. */
function turnsOf(
  survey: Survey,
  { ltvFirst = false }: BackfillOptions,
  routes: Routes | undefined,
): TurnOf | undefined {
  if (routes !== undefined) return (row) => (routes.of(row) === 'event' ? 0 : 1);
  return ltvFirst ? (row) => (survey.toSend.isNewest(row) ? 0 : 1) : undefined;
}

export function readAsItComes(
  { all, factsOf }: Access,
  options: BackfillOptions,
  signal: AbortSignal,
): Events {
  const { totals } = options;
  const lookup = lookupOf(totals);
  const carriedBy: CarriedBy = ({ customer, customerTotals }) => ({
    profile: {},
    totals: totals === 'given' ? customerTotals : lookup?.totalsOf(customer.email),
    currency: lookup?.currencyOf?.(customer.email),
  });
  const finisher = new Finisher(options, carriedBy, factsOf);
  return { events: readOnce(all, filterFrom(options), finisher, signal), finisher };
}
