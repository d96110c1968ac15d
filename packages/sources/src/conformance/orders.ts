import { suiteFailures, type DocumentsSample, type TableSample } from './suite.ts';
import { openOrdersText } from './open-orders-text.ts';
import type { OrderRecord, OrdersOptions } from '../kinds/orders/orders.ts';
import type { OrderSource } from '../kinds/orders/source.ts';

/** A faultless input of a source of orders, and the options it needs. */
export type OrderConformanceSample = (TableSample | DocumentsSample) & {
  readonly options: OrdersOptions;
};

/**
 * Holds a source of orders to what every source has to do, as the suite for products does.
 *
 * @returns One sentence for each failure; empty when the source conforms.
 */
export function checkOrderConformance(
  source: OrderSource,
  sample: OrderConformanceSample,
  sources: readonly OrderSource[],
): Promise<string[]> {
  return suiteFailures<OrderRecord>(source, sample, {
    open: (text) => openOrdersText(text, sample.options, sources),
    valueOf: ({ order }) => order,
    partsOf: ({ order }) => order?.items?.length,
  });
}
