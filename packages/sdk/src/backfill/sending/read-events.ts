import type { BackfillOptions } from '../backfill-options.ts';
import type { Access } from '../order-source.ts';
import { filterFrom } from '../survey/filter.ts';
import type { Surveyed } from '../survey/survey-source.ts';
import { lookupOf } from '../totals/lookup.ts';
import { Finisher, type CarriedBy } from './finisher.ts';
import type { OrderEvent } from './order-event.ts';
import { readInSequence } from './read-in-sequence.ts';
import { readOnce, readThrough } from './read-through.ts';

/** Everything that is to be sent, in its order, and the count of what is not. */
export interface Events {
  readonly events: AsyncIterable<OrderEvent>;
  readonly finisher: Finisher;
}

export function readSurveyed(
  { access, survey }: Surveyed,
  options: BackfillOptions,
  signal: AbortSignal,
): Events {
  const { ltvFirst = false } = options;
  const carriedBy: CarriedBy = ({ customer }) => survey.carriedBy(customer.email);
  const finisher = new Finisher(options, carriedBy, access.factsOf);
  const events =
    access.read === undefined
      ? readThrough(survey, access.all, ltvFirst, finisher, signal)
      : readInSequence(survey, access.read, ltvFirst, finisher);
  return { events, finisher };
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
