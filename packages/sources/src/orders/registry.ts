import { checkoutchamp } from './platforms/checkoutchamp/index.ts';
import { generic } from './platforms/generic/index.ts';
import { shopify } from './platforms/shopify/index.ts';
import { squarespace } from './platforms/squarespace/index.ts';
import { stickyio } from './platforms/stickyio/index.ts';
import { woocommerce } from './platforms/woocommerce/index.ts';
import type { OrderSource } from './source.ts';

/** Every source of orders, in the order in which they are tried: the particular before the general. */
const sources: readonly OrderSource[] = [
  shopify,
  woocommerce,
  squarespace,
  checkoutchamp,
  stickyio,
  generic,
];

/** Every registered source of orders, in the order in which they are tried. */
export function listOrderSources(): readonly OrderSource[] {
  return sources;
}
