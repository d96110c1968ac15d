import { Doubts } from 'sequenzy-commerce/backfill';
import type { Words } from 'sequenzy-contract';
import { doubtWarnings } from '../report/doubt-warnings.ts';
import type { ReadyEvent } from './event-kind.ts';

/**
 * What no answer to them will tell.
 *
 * @param now In milliseconds since 1970.
 */
export function eventWarnings(events: readonly ReadyEvent[], now: number): Words[] {
  const doubts = new Doubts(now);
  for (const { order } of events) if (order !== undefined) doubts.add(order);
  return doubtWarnings({ tooOld: doubts.tooOld, reservedProperties: doubts.reserved });
}
