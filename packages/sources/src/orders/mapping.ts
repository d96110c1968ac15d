import type { Fault, Order } from 'sequenzy-contract';
import { checked } from '../reading/checked.ts';
import type { DocumentReader } from '../source.ts';
import { orders } from './kind.ts';
import type { StatedTotals } from './stated-totals.ts';
import { mappingSettings, type MappingOptions } from './settings.ts';
import type { MappedOrder, OrderSettings } from './source.ts';

/** What a single order of a platform is to Sequenzy: an order, none that counts, or a faulty one. */
export type OrderMapping =
  | {
      readonly status: 'mapped';
      readonly order: Order;
      /** The platform's own lifetime totals of the customer, as far as it says them. */
      readonly customerTotals?: StatedTotals;
    }
  | {
      readonly status: 'skipped';
      /** One word or two: `no e-mail`, `not paid yet`, `test`. */
      readonly reason: string;
    }
  | { readonly status: 'rejected'; readonly faults: readonly Fault[] };

/** Maps one order as it comes in a webhook, by the reader that reads whole files of them. */
export function mapPayload(
  reader: Pick<DocumentReader<MappedOrder, OrderSettings>, 'map'>,
  payload: unknown,
  options: MappingOptions,
): OrderMapping {
  const mapped = reader.map([{ value: payload, file: '', line: 1 }], mappingSettings(options));
  // Where fields have other names the address is missing as well: what is faulty is told first.
  const isUnread = mapped.skip === 'no e-mail' && mapped.faults.length > 0;
  if (mapped.skip !== undefined && !isUnread) return { status: 'skipped', reason: mapped.skip };
  const { value, faults } = checked(mapped, 1, orders);
  if (value === undefined) {
    return { status: 'rejected', faults: faults.map(({ path, message }) => ({ path, message })) };
  }
  return {
    status: 'mapped',
    order: value.order,
    ...(value.totals && { customerTotals: value.totals }),
  };
}
