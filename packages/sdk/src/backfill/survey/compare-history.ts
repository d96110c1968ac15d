import type { Subscriber } from 'sequenzy-contract';
import { SequenzyError } from '../../errors/errors.ts';
import { ifThere } from '../../answers/if-there.ts';
import { SequenzyPartialHistoryError } from '../partial-history-error.ts';
import type { Surveyed } from './survey-source.ts';
import { sampled, type Sampled } from './subscriber-sample.ts';
import { Named } from './named.ts';

export type GetSubscriber = (email: string) => Promise<Subscriber>;

/** How the source stands to what Sequenzy has of its customers. */
export interface HistoryComparison {
  /** Customers to look at, one request each: of whom the ledger knows no order, a random sample. */
  readonly customers: number;
  /** Of how many Sequenzy has answered. */
  readonly answered: number;
  /** Why it stopped asking. */
  readonly error: SequenzyError | undefined;
}

/**
 * Reads the sample back before anything is sent.
 *
 * @throws {SequenzyPartialHistoryError} where Sequenzy knows of more orders than the source has.
 */
export async function compareHistory(
  surveyed: Surveyed,
  customers: readonly number[],
  { get, signal }: { readonly get: GetSubscriber; readonly signal: AbortSignal },
): Promise<HistoryComparison> {
  const behind = new Named();
  let answered = 0;
  let failure: SequenzyError | undefined;
  try {
    for await (const customer of sampled(surveyed, customers, signal)) {
      if (signal.aborted) break;
      const known = ordersKnown(await ifThere(get(customer.email)));
      answered += 1;
      if (known > customer.orders) behind.add(nameOf(customer, known));
    }
  } catch (error) {
    if (!(error instanceof SequenzyError) || error.code === 'source') throw error;
    failure = error;
  }
  if (behind.count > 0) {
    throw new SequenzyPartialHistoryError('behind', behind.count, behind.examples);
  }
  return { customers: customers.length, answered, error: failure };
}

/** 0 where Sequenzy has nobody, or does not say. */
function ordersKnown(subscriber: Subscriber | undefined): number {
  const known = subscriber?.attributes?.['ordersCount'] ?? subscriber?.['ordersCount'];
  const count = typeof known === 'string' && known.trim() !== '' ? Number(known) : known;
  return typeof count === 'number' && Number.isFinite(count) ? count : 0;
}

/** `#1001 of a…@shop.example: 9 orders there, 1 here` */
function nameOf({ email, order, orders }: Sampled, known: number): string {
  const [name = '', domain = ''] = email.split('@');
  return `${order} of ${name.slice(0, 1)}…@${domain}: ${known} ${known === 1 ? 'order' : 'orders'} there, ${orders} here`;
}
