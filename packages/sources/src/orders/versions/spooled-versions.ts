import { isDeepStrictEqual } from 'node:util';
import type { Resolved } from '../../reading/record-kind.ts';
import type { SpooledOrder } from '../kind.ts';
import { laterOf, provesSale, type Version } from './later-of.ts';

/** The version of an order that counts, of several records: the one with the later state. */
export function resolveOrders(
  orders: readonly [SpooledOrder, ...SpooledOrder[]],
): Resolved<SpooledOrder> {
  const versions = orders.map((value, at) => ({ at, value, ...versionOf(value) }));
  const [first, ...others] = versions;
  if (first === undefined) throw new RangeError('an order without versions');
  const { at, value } = laterOf([first, ...others]);
  const isSame = others.every(({ order }) => isDeepStrictEqual(order, first.order));
  const note = isSame ? 'repeatedOrder' : 'versions';
  const { onlyIfKnown, ...facts } = value.facts ?? {};
  if (onlyIfKnown !== true || !versions.some(provesSale)) return { at, note };
  return { at, note, changed: { ...value, facts } };
}

function versionOf({ order, facts, updatedAt }: SpooledOrder): Version {
  return { order, ...facts, ...(updatedAt !== undefined && { updatedAt }) };
}
