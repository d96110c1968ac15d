import { rulesSent, sentFor, type SentFor, type TotalsRule } from 'sequenzy-commerce/backfill';
import { around, type Job } from '../../job/job.ts';
import { openMemoryToRead, type MemoryRequest } from '../../memory/memory.ts';
import type { OrderHistory } from '../history/order-history.ts';

/** What the memory knows of earlier backfills, as far as the state folder is there to tell. */
export interface SentEarlier extends SentFor {
  /** Rules by which computed totals were sent. */
  readonly rules: readonly TotalsRule[];
}

const nothingSent: SentEarlier = {
  rules: [],
  moved: new Map(),
  isLacking: () => false,
  isOwned: () => false,
};

/** Compares the orders with the memory. From then on they have the ids under which they were sent, while the job lasts. */
export async function sentEarlier(
  orders: OrderHistory,
  stateDir: string | undefined,
  options: MemoryRequest['options'],
  job: Job,
): Promise<SentEarlier> {
  // Where it is not known whose memory it would be, nothing was sent from here.
  const request = { ...around(job), options, warn: () => undefined };
  const ledger = await openMemoryToRead(stateDir, request, 'orders');
  if (ledger === undefined) return nothingSent;
  job.use(ledger);
  await orders.recall(ledger);
  const rules = rulesSent(ledger);
  return {
    // Releases before rules were remembered had this one.
    rules: rules.length === 0 && ledger.size > 0 ? ['net'] : rules,
    ...(await sentFor(orders, ledger)),
  };
}
