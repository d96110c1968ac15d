import type { Fault, Order } from 'sequenzy-contract';
import { checked, mapDocuments } from '../../reading/mapped.ts';
import type { DocumentReader } from '../../reading/format.ts';
import { orders } from './kind.ts';
import {
  neverSentReason,
  type OrderFacts,
  type StatedTotals,
  type MappedOrder,
  type OrderSettings,
} from './source.ts';
import { mappingSettings, type MappingOptions } from './settings.ts';

/** What a platform says of an order besides. */
interface MappingFacts extends Omit<OrderFacts, 'onlyIfKnown'> {
  /** When it was changed last in the shop, as ISO 8601 in UTC: tells a later state from an earlier one. */
  readonly updatedAt?: string;
}

/** A platform's order as Sequenzy takes it: an order, one that does not count, or a faulty one. */
export type OrderMapping =
  | ({
      readonly status: 'mapped';
      readonly order: Order;
      /** The platform's own lifetime totals of the customer, as far as it says them. */
      readonly customerTotals?: StatedTotals;
    } & MappingFacts)
  | ({
      readonly status: 'skipped';
      /** A few words: `no e-mail`, `not paid yet`, `test`. */
      readonly reason: string;
      /** To be pushed all the same where the order was pushed before: it was cancelled since. */
      readonly orderIfKnown?: Order;
    } & MappingFacts)
  | { readonly status: 'rejected'; readonly faults: readonly Fault[] };

/** Maps one order as it comes in a webhook, by the reader that reads whole files of them. */
export function mapPayload(
  reader: Pick<DocumentReader<MappedOrder, OrderSettings>, 'map'>,
  payload: unknown,
  options: MappingOptions,
): OrderMapping {
  const documents = [{ value: payload, file: '', line: 1 }] as const;
  const mapped = mapDocuments(reader, documents, mappingSettings(options), orders);
  // Where fields have other names the address is missing too: the faults say more.
  const isUnread = mapped.skip === 'no e-mail' && mapped.faults.length > 0;
  if (mapped.skip !== undefined && !isUnread) return { status: 'skipped', reason: mapped.skip };
  const { value, faults } = checked(mapped, 1, orders);
  if (value === undefined) {
    return { status: 'rejected', faults: faults.map(({ path, message }) => ({ path, message })) };
  }
  const { order, totals, updatedAt, facts: { onlyIfKnown, ...said } = {} } = value;
  const facts: MappingFacts = { ...said, ...(updatedAt !== undefined && { updatedAt }) };
  return onlyIfKnown === true
    ? { status: 'skipped', reason: neverSentReason, orderIfKnown: order, ...facts }
    : { status: 'mapped', order, ...(totals && { customerTotals: totals }), ...facts };
}
