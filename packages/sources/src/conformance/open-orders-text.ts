import { allOf, inChunks } from './open-text.ts';
import { openOrdersWith } from '../open/orders.ts';
import type { OrderRecord, Orders, OrdersOptions } from '../kinds/orders/orders.ts';
import { listOrderSources } from '../open/order-registry.ts';
import type { OrderSource } from '../kinds/orders/source.ts';

/** Opens a text as if it came through a pipe. */
export function openOrdersText(
  text: string | Uint8Array,
  options: OrdersOptions = {},
  sources: readonly OrderSource[] = listOrderSources(),
): Promise<Orders> {
  return openOrdersWith(sources, ['-'], { ...options, stdin: inChunks(text) });
}

/** The records of orders, closed afterwards. */
export async function orderRecordsOf(
  text: string | Uint8Array,
  options?: OrdersOptions,
): Promise<OrderRecord[]> {
  const orders = await openOrdersText(text, options);
  try {
    return await allOf(orders.records());
  } finally {
    await orders.close();
  }
}
