import { isRecord, type Product } from 'sequenzy-contract';
import type { Answer } from 'sequenzy-transport';
import { shown } from './evidence.ts';

/** Back-in-stock notifications an upsert says it has triggered, or why that cannot be. */
export interface RestockCount {
  readonly count: number;
  readonly warning?: string;
}

/** Each product and each variant can be back in stock once. */
export function restockCount(
  { json }: Answer,
  parts: readonly { readonly record: Product }[],
): RestockCount {
  const count = isRecord(json) ? (json['backInStockEventsTriggered'] ?? 0) : 0;
  const isWhole = typeof count === 'number' && Number.isInteger(count) && count >= 0;
  // Records need not be read to tell that none, or few, are possible.
  if (isWhole && count <= parts.length) return { count };
  const variants = parts.reduce((sum, { record }) => sum + (record.variants?.length ?? 0), 0);
  if (isWhole && count <= parts.length + variants) return { count };
  const sent = `${parts.length} products and ${variants} variants`;
  const warning = `The server says that ${sent} triggered ${shown(count)} back-in-stock notifications. That cannot be, and is not counted`;
  return { count: 0, warning };
}
