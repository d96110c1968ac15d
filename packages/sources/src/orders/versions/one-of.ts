import { isDeepStrictEqual } from 'node:util';
import type { MappedOrder } from '../source.ts';
import { laterOf, provesSale } from './later-of.ts';

/** One order of several versions: the one with the later state. One that is faulty cannot be passed over unseen. */
export function oneOf(versions: readonly [MappedOrder, ...MappedOrder[]]): MappedOrder {
  const [first, ...others] = versions;
  if (others.length === 0) return first;
  const faulty = versions.find(({ faults }) => faults.length > 0);
  if (faulty !== undefined) return faulty;
  const { onlyIfKnown, ...later } = laterOf(versions);
  const isSale = onlyIfKnown !== true || versions.some(provesSale);
  const isSame = others.every(
    ({ order, skip }) => skip === first.skip && isDeepStrictEqual(order, first.order),
  );
  return {
    ...later,
    ...(!isSale && { onlyIfKnown }),
    notes: [...(later.notes ?? []), isSame ? 'repeatedOrder' : 'versions'],
  };
}
