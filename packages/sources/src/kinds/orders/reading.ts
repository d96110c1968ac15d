import type { Reading } from '../../reading/read-files.ts';
import type { HomeMade } from '../../reading/home-made.ts';
import { homeMadeOrders } from './home-made.ts';
import { orders, type OrderTypes } from './kind.ts';
import type { OrdersOptions } from './orders.ts';
import { orderSettingsFor } from './settings.ts';
import type { OrderSource } from './source.ts';
import { UnreadColumns } from './unread/unread-columns.ts';

/** How files are read as orders. */
export function readingOf(
  sources: readonly OrderSource[],
  files: readonly string[],
  options: OrdersOptions,
  behind: HomeMade<OrderSource>['behind'],
): Reading<OrderTypes> {
  return {
    kind: orders,
    sources,
    files,
    options,
    homeMade: homeMadeOrders(options, behind),
    unread: () => new UnreadColumns(options),
    settingsFor: (source) => orderSettingsFor(source, options),
  };
}
