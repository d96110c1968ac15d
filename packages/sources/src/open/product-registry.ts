import { bigcommerce } from '../platforms/bigcommerce/products/index.ts';
import { bigcommerceV3 } from '../platforms/bigcommerce-v3/products/index.ts';
import { ecwid } from '../platforms/ecwid/products/index.ts';
import { etsy } from '../platforms/etsy/products/index.ts';
import { fanfare } from '../platforms/fanfare/products/index.ts';
import { generic } from '../platforms/generic/products/index.ts';
import { google } from '../platforms/google/products/index.ts';
import { lightspeed } from '../platforms/lightspeed/products/index.ts';
import { prestashop } from '../platforms/prestashop/products/index.ts';
import { shopify } from '../platforms/shopify/products/index.ts';
import { magento } from '../platforms/magento/products/index.ts';
import { stripe } from '../platforms/stripe/products/index.ts';
import { square } from '../platforms/square/products/index.ts';
import { squarespace } from '../platforms/squarespace/products/index.ts';
import { wix } from '../platforms/wix/products/index.ts';
import { woocommerce } from '../platforms/woocommerce/products/index.ts';
import { yandex } from '../platforms/yandex/products/index.ts';
import type { Source } from '../kinds/products/source.ts';

/** Every source, in the order in which they are tried: the particular before the general. */
const sources: readonly Source[] = [
  shopify,
  woocommerce,
  wix,
  squarespace,
  square,
  ecwid,
  lightspeed,
  magento,
  prestashop,
  bigcommerce,
  bigcommerceV3,
  etsy,
  google,
  yandex,
  stripe,
  fanfare,
  generic,
];

/** Every registered source, in the order in which they are tried. */
export function listSources(): readonly Source[] {
  return sources;
}
