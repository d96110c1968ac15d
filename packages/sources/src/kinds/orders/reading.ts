import type { Reading } from '../../reading/read-files.ts';
import { orders, type SpooledOrder } from './kind.ts';
import type { OrdersOptions } from './orders.ts';
import { orderSettingsFor } from './settings.ts';
import type { MappedOrder, OrderSettings, OrderSource } from './source.ts';
import { UnreadColumns } from './unread/unread-columns.ts';

/** How files are read as orders. */
export function readingOf(
  sources: readonly OrderSource[],
  files: readonly string[],
  options: OrdersOptions,
): Reading<MappedOrder, OrderSettings, SpooledOrder, OrderSource> {
  return {
    kind: orders,
    sources,
    files,
    options,
    unread: () => new UnreadColumns(options),
    settingsFor: (source) => orderSettingsFor(source, options),
  };
}
