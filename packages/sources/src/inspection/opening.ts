import type { Catalog, CatalogOptions } from '../kinds/products/catalog.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Orders, OrdersOptions } from '../kinds/orders/orders.ts';
import { readingOf as readingOfOrders } from '../kinds/orders/reading.ts';
import { listOrderSources } from '../open/order-registry.ts';
import { SpooledOrders } from '../kinds/orders/spooled-orders.ts';
import { readingOf } from '../kinds/products/reading.ts';
import { SpooledCatalog } from '../kinds/products/spooled-catalog.ts';
import { TimeRead } from '../kinds/products/time-read.ts';
import { readTexts } from '../reading/read-files.ts';
import { listSources } from '../open/product-registry.ts';
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
