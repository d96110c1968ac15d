import { homeMadeOrders } from '../kinds/orders/home-made.ts';
import { mappedOrders } from '../platforms/generic/orders/mapped.ts';
import { orders } from '../kinds/orders/kind.ts';
import type { Orders, OrdersOptions } from '../kinds/orders/orders.ts';
import { readingOf } from '../kinds/orders/reading.ts';
import { SpooledOrders } from '../kinds/orders/spooled-orders.ts';
import { readTexts } from '../reading/read-files.ts';
import { listOrderSources } from './order-registry.ts';
import type { InspectedTables } from '../inspection/examined.ts';
import { InspectedFiles, type OrdersInspection } from '../inspection/inspection.ts';
import { recognisedFiles } from '../inspection/recognised-files.ts';
import { orderChecks } from '../inspection/registry.ts';

/**
 * Looks order files over for the same damage as `inspectCatalog`, but for what is normal in orders: several currencies,
 * an SKU in many rows.
 *
 * @param files Paths or `https:` addresses; `-` is standard input. All of one format.
 * @throws {SourceError} The input cannot be used as a whole: unreadable, not recognised, not CSV.
 *
 * @example
 * const inspection = await inspectOrders(['orders.csv'], { timezone: 'Europe/Berlin' });
 * for await (const { line, column, problem } of inspection.findings()) console.log(line, column, problem);
 * const orders = await inspection.orders();
 * await orders.close();
 */
export async function inspectOrders(
  files: readonly string[],
  options: OrdersOptions = {},
): Promise<OrdersInspection> {
  const kind = {
    sources: listOrderSources(),
    unusable: orders.unusable,
    checks: orderChecks,
    homeMade: homeMadeOrders(options, mappedOrders),
  };
  const { source, texts, workspace, inspected } = await recognisedFiles(files, options, kind);
  return new InspectedOrders(inspected, source.needsCatalog, (more = {}) => {
    const names = texts.map(({ name }) => name);
    const reading = readingOf(listOrderSources(), names, { ...options, ...more }, mappedOrders);
    return workspace.around(
      async () => new SpooledOrders(await readTexts(reading, texts, workspace), options.wording),
    );
  });
}

class InspectedOrders extends InspectedFiles implements OrdersInspection {
  readonly needsCatalog: boolean;
  readonly orders: (options?: Pick<OrdersOptions, 'catalog'>) => Promise<Orders>;

  constructor(
    inspected: InspectedTables,
    needsCatalog: boolean,
    opened: InspectedOrders['orders'],
  ) {
    super(inspected);
    this.needsCatalog = needsCatalog;
    this.orders = opened;
  }
}
