import { mentionsAddress } from 'sequenzy-contract';
import type { DeadLetter, RelayEvent } from './event.ts';

/** Whether there is anything of a customer in what a queue holds. */
export function isOfCustomer(held: RelayEvent | DeadLetter, email: string): boolean {
  return mentionsAddress(JSON.stringify(held), email);
}

/** What a relay held of a customer. */
export interface ErasedFromQueue {
  /** Orders that were not sent yet, or were kept as known deliveries. */
  readonly events: number;
  readonly letters: number;
}
