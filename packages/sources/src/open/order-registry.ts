import { ecwid } from '../platforms/ecwid/orders/index.ts';
import { payhip } from '../platforms/payhip/orders/index.ts';
import { paypal } from '../platforms/paypal/orders/index.ts';
import { prestashop } from '../platforms/prestashop/orders/index.ts';
import { gumroad } from '../platforms/gumroad/orders/index.ts';
import { magento } from '../platforms/magento/orders/index.ts';
import { square } from '../platforms/square/orders/index.ts';
import { stripe } from '../platforms/stripe/orders/index.ts';
import { bigcommerce } from '../platforms/bigcommerce/orders/index.ts';
import { checkoutchamp } from '../platforms/checkoutchamp/orders/index.ts';
import { generic } from '../platforms/generic/orders/index.ts';
import { shopify } from '../platforms/shopify/orders/index.ts';
import { squarespace } from '../platforms/squarespace/orders/index.ts';
import { stickyio } from '../platforms/stickyio/orders/index.ts';
import { woocommerce } from '../platforms/woocommerce/orders/index.ts';
import type { OrderSource } from '../kinds/orders/source.ts';

/** Every source of orders, in the order in which they are tried: the particular before the general. */
const sources: readonly OrderSource[] = [
  shopify,
  woocommerce,
  squarespace,
  bigcommerce,
  magento,
  prestashop,
  ecwid,
  square,
  stripe,
  paypal,
  gumroad,
  payhip,
  checkoutchamp,
  stickyio,
  generic,
];

/** Every registered source of orders, in the order in which they are tried. */
export function listOrderSources(): readonly OrderSource[] {
  return sources;
}
