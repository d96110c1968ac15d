import type { OrderConformanceSample } from '../orders/conformance.ts';
import type { OrdersOptions } from '../orders/orders.ts';
import { checkoutchampSample } from '../orders/platforms/checkoutchamp/fixtures/sample.ts';
import { genericSample } from '../orders/platforms/generic/fixtures/sample.ts';
import { shopifySample } from '../orders/platforms/shopify/fixtures/sample.ts';
import { squarespaceSample } from '../orders/platforms/squarespace/fixtures/sample.ts';
import { stickyioSample } from '../orders/platforms/stickyio/fixtures/sample.ts';
import { woocommerceSample } from '../orders/platforms/woocommerce/fixtures/sample.ts';
import { formOf, sampleForm, type Form } from './form.ts';

/** One for each source, by its name. */
export const orderSamples: Readonly<Record<string, OrderConformanceSample>> = {
  checkoutchamp: checkoutchampSample,
  generic: genericSample,
  shopify: shopifySample,
  squarespace: squarespaceSample,
  stickyio: stickyioSample,
  woocommerce: woocommerceSample,
};

const files: readonly (readonly [platform: string, name: string])[] = [
  ['checkoutchamp', 'query.json'],
  ['generic', 'documents.ndjson'],
  ['shopify', 'rest.json'],
  ['shopify', 'bulk.jsonl'],
  ['stickyio', 'order-find.json'],
  ['woocommerce', 'rest.json'],
];

const platforms = new URL('../orders/platforms/', import.meta.url);

export const orderForms: readonly Form<OrdersOptions>[] = [
  ...Object.entries(orderSamples).map(([platform, sample]) => sampleForm(platform, sample)),
  ...files.map(([platform, name]) =>
    formOf(platforms, platform, [name], orderSamples[platform]?.options ?? {}),
  ),
];
