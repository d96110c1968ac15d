import {
  rulesSent,
  sentFor,
  type SentFor,
  type TotalsRule,
  type WithheldOrders,
} from 'sequenzy-commerce/backfill';
import { openMemoryToRead, type MemoryRequest } from '../../memory/memory.ts';

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

export async function sentEarlier(
  orders: WithheldOrders,
  stateDir: string | undefined,
  request: Pick<MemoryRequest, 'options' | 'io' | 'secrets'>,
): Promise<SentEarlier> {
  // Where it is not known whose memory it would be, nothing was sent from here.
  const ledger = await openMemoryToRead(stateDir, { ...request, warn: () => undefined }, 'orders');
  if (ledger === undefined) return nothingSent;
  try {
    const rules = rulesSent(ledger);
    return {
      // Releases before rules were remembered had this one.
      rules: rules.length === 0 && ledger.size > 0 ? ['net'] : rules,
      ...(await sentFor(orders, ledger)),
    };
  } finally {
    await ledger.close();
  }
}
