import { bigcommerce } from './platforms/bigcommerce/index.ts';
import { etsy } from './platforms/etsy/index.ts';
import { fanfare } from './platforms/fanfare/index.ts';
import { generic } from './platforms/generic/index.ts';
import { google } from './platforms/google/index.ts';
import { prestashop } from './platforms/prestashop/index.ts';
import { shopify } from './platforms/shopify/index.ts';
import { magento } from './platforms/magento/index.ts';
import { stripe } from './platforms/stripe/index.ts';
import { squarespace } from './platforms/squarespace/index.ts';
import { wix } from './platforms/wix/index.ts';
import { woocommerce } from './platforms/woocommerce/index.ts';
import type { Source } from './source.ts';

/** Every source, in the order in which they are tried: the particular before the general. */
const sources: readonly Source[] = [
  shopify,
  woocommerce,
  wix,
  squarespace,
  magento,
  prestashop,
  bigcommerce,
  etsy,
  google,
  stripe,
  fanfare,
  generic,
];

/** Every registered source, in the order in which they are tried. */
export function listSources(): readonly Source[] {
  return sources;
}
