import { orderSchema } from 'sequenzy-contract';
import { isDeepStrictEqual } from 'node:util';
import type { Resolved } from '../../reading/record-kind.ts';
import type { MappedOrder } from './source.ts';
import { laterOf, provesSale } from './later-of.ts';

type Versions = readonly [MappedOrder, ...MappedOrder[]];

/** One order of several versions: the one with the later state. */
export function oneOf(versions: Versions): MappedOrder {
  return versions.length < 2 ? versions[0] : resolveVersions(versions).made;
}

/** Finds the version that counts, and says that there were others. One that is faulty cannot be passed over unseen. */
export function resolveVersions(versions: Versions): Resolved<MappedOrder> {
  const faulty = versions.find(isFaulty);
  if (faulty !== undefined) return { at: versions.indexOf(faulty), made: faulty };
  const later = laterOf(versions);
  const { onlyIfKnown, ...made } = later;
  const isSale = onlyIfKnown !== true || versions.some(provesSale);
  const formerId = made.formerId ?? versions.find((one) => one.formerId !== undefined)?.formerId;
  const [first, ...others] = versions;
  const isSame = others.every(
    ({ order, skip }) => skip === first.skip && isDeepStrictEqual(order, first.order),
  );
  return {
    at: versions.indexOf(later),
    made: {
      ...made,
      ...(!isSale && { onlyIfKnown }),
      ...(formerId !== undefined && { formerId }),
      notes: [...(made.notes ?? []), isSame ? 'repeatedOrder' : 'versions'],
    },
  };
}

function isFaulty({ skip, faults, order }: MappedOrder): boolean {
  if (skip !== undefined) return false;
  return faults.length > 0 || !orderSchema.safeParse(order).success;
}
