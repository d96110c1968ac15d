import { generic } from './platforms/generic/index.ts';
import { shopify } from './platforms/shopify/index.ts';
import type { OrderSource } from './source.ts';

/** Every source of orders, in the order in which they are tried: the particular before the general. */
const sources: readonly OrderSource[] = [shopify, generic];

/** Every registered source of orders, in the order in which they are tried. */
export function listOrderSources(): readonly OrderSource[] {
  return sources;
}
