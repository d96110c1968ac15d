import { rulesSent, type TotalsRule } from 'sequenzy-commerce';
import { openMemoryToRead, type MemoryRequest } from '../../memory/memory.ts';

/** Rules by which computed totals were sent before, as far as the state folder is there to tell. */
export async function rulesBefore(
  stateDir: string | undefined,
  request: Pick<MemoryRequest, 'options' | 'io' | 'secrets'>,
): Promise<readonly TotalsRule[]> {
  // Where it is not known whose memory it would be, nothing was sent from here.
  const ledger = await openMemoryToRead(stateDir, { ...request, warn: () => undefined }, 'orders');
  if (ledger === undefined) return [];
  try {
    const rules = rulesSent(ledger);
    // Releases before rules were remembered had this one.
    return rules.length === 0 && ledger.size > 0 ? ['net'] : rules;
  } finally {
    await ledger.close();
  }
}
