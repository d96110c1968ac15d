import type { Members } from '../members.ts';
import { financialStates } from './status.ts';

/** A payment state in lower case with `_`; one that nobody knows is a fault. */
export function financialOf(order: Members, key: string): string {
  const financial = order.text(key)?.toLowerCase() ?? '';
  if (financial !== '' && !financialStates.includes(financial)) {
    order.fault(key, `expected one of ${financialStates.join(', ')}, got "${financial}"`);
  }
  return financial;
}
