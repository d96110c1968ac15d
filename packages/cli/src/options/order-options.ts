import type { OrderChoices } from 'sequenzy-jobs/input/order-choices.ts';
import { fetching, given, namesRead, orderReading } from 'sequenzy-jobs/input/reading-options.ts';
import type { LiveInput } from 'sequenzy-jobs/input/records/record-choices.ts';
import { remoteOf } from './fetching-options.ts';
import { liveOf, liveOptions } from './live-options.ts';
import type { FlagsOf, OptionTable } from './option.ts';

/** How order files are read. */
export const orderOptions = {
  ...orderReading,
  catalog: {
    form: 'text',
    value: '<file>',
    description: 'product file, for orders that name only SKU or title',
    group: 'input',
    isRare: true,
  },
  ...fetching,
} as const satisfies OptionTable;

/** Those of live sources, whose names no type knows. */
export const liveOrderOptions: OptionTable = liveOptions('orders');

type OrderFlags = FlagsOf<typeof orderOptions>;

/** @throws {UserError} when there is neither a file nor anything else to read. */
export function orderChoicesOf(
  files: readonly string[],
  flags: OrderFlags,
): OrderChoices & LiveInput {
  const live = liveOf('orders', files, flags);
  return {
    files: live === undefined ? files : [live.source.name],
    live,
    map: flags.map,
    remote: remoteOf(flags.catalog === undefined ? files : [...files, flags.catalog], flags),
    catalog: flags.catalog,
    ...given(flags, namesRead(orderReading)),
  };
}
