import { isRecord, type Product } from 'sequenzy-contract';
import type { Answer } from 'sequenzy-transport';
import { shown } from './evidence.ts';

/** Back-in-stock notifications an upsert says it has triggered, or why that cannot be. */
export interface RestockCount {
  readonly count: number;
  readonly warning?: string;
}

/** Each product and each variant can be back in stock once. */
export function restockCount({ json }: Answer, products: readonly Product[]): RestockCount {
  const count = isRecord(json) ? (json['backInStockEventsTriggered'] ?? 0) : 0;
  const variants = products.reduce((sum, product) => sum + (product.variants?.length ?? 0), 0);
  const isWhole = typeof count === 'number' && Number.isInteger(count);
  if (isWhole && count >= 0 && count <= products.length + variants) return { count };
  const sent = `${products.length} products and ${variants} variants`;
  const warning = `The server says that ${sent} triggered ${shown(count)} back-in-stock notifications. That cannot be, and is not counted`;
  return { count: 0, warning };
}
