import type { Catalog, CatalogOptions } from '../catalog.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Orders, OrdersOptions } from '../orders/orders.ts';
import { readingOf as readingOfOrders } from '../orders/reading.ts';
import { listOrderSources } from '../orders/registry.ts';
import { SpooledOrders } from '../orders/spooled-orders.ts';
import { readingOf } from '../product/reading.ts';
import { SpooledCatalog } from '../product/spooled-catalog.ts';
import { TimeRead } from '../product/time-read.ts';
import { readTexts } from '../reading/read-files.ts';
import { listSources } from '../registry.ts';
import type { Workspace } from '../spool/workspace.ts';

/** Files in the workspace -> a catalog of them, whose workspace it is from then on. */
export function catalogOf(
  texts: readonly TextFile[],
  workspace: Workspace,
  options: CatalogOptions,
): Promise<Catalog> {
  const files = texts.map(({ name }) => name);
  const time = new TimeRead(options.now);
  const reading = readingOf(listSources(), files, options, time);
  return workspace.around(
    async () => new SpooledCatalog(await readTexts(reading, texts, workspace), time),
  );
}

/** The same as orders. */
export function ordersOf(
  texts: readonly TextFile[],
  workspace: Workspace,
  options: OrdersOptions,
): Promise<Orders> {
  const files = texts.map(({ name }) => name);
  const reading = readingOfOrders(listOrderSources(), files, options);
  return workspace.around(
    async () => new SpooledOrders(await readTexts(reading, texts, workspace)),
  );
}
