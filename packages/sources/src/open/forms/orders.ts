import type { OrderConformanceSample } from '../../conformance/sample.ts';
import type { OrdersOptions } from '../../kinds/orders/orders.ts';
import { bigcommerceSample } from '../../platforms/bigcommerce/orders/fixtures/sample.ts';
import { checkoutchampSample } from '../../platforms/checkoutchamp/orders/fixtures/sample.ts';
import { genericSample } from '../../platforms/generic/orders/fixtures/sample.ts';
import { shopifySample } from '../../platforms/shopify/orders/fixtures/sample.ts';
import { squarespaceSample } from '../../platforms/squarespace/orders/fixtures/sample.ts';
import { stickyioSample } from '../../platforms/stickyio/orders/fixtures/sample.ts';
import { woocommerceSample } from '../../platforms/woocommerce/orders/fixtures/sample.ts';
import { gumroadSample } from '../../platforms/gumroad/orders/fixtures/sample.ts';
import { magentoSample } from '../../platforms/magento/orders/fixtures/sample.ts';
import { squareSample } from '../../platforms/square/orders/fixtures/sample.ts';
import { stripeSample } from '../../platforms/stripe/orders/fixtures/sample.ts';
import { ecwidSample } from '../../platforms/ecwid/orders/fixtures/sample.ts';
import { payhipSample } from '../../platforms/payhip/orders/fixtures/sample.ts';
import { paypalSample } from '../../platforms/paypal/orders/fixtures/sample.ts';
import { prestashopSample } from '../../platforms/prestashop/orders/fixtures/sample.ts';
import { formOf, sampleForm, type Form } from './form.ts';

/** One for each source, by its name. */
export const orderSamples: Readonly<Record<string, OrderConformanceSample>> = {
  bigcommerce: bigcommerceSample,
  checkoutchamp: checkoutchampSample,
  generic: genericSample,
  shopify: shopifySample,
  squarespace: squarespaceSample,
  stickyio: stickyioSample,
  gumroad: gumroadSample,
  magento: magentoSample,
  square: squareSample,
  stripe: stripeSample,
  ecwid: ecwidSample,
  payhip: payhipSample,
  paypal: paypalSample,
  prestashop: prestashopSample,
  woocommerce: woocommerceSample,
};

const files: readonly (readonly [platform: string, name: string, more?: OrdersOptions])[] = [
  ['bigcommerce', 'rows.csv'],
  ['checkoutchamp', 'query.json'],
  ['generic', 'documents.ndjson'],
  ['shopify', 'rest.json'],
  ['shopify', 'bulk.jsonl'],
  ['stickyio', 'order-find.json'],
  ['woocommerce', 'rest.json'],
  ['woocommerce', 'webtoffee.csv'],
  ['woocommerce', 'webtoffee-rows.csv'],
  ['woocommerce', 'advanced-order-export.csv', { currency: 'EUR' }],
];

export const orderForms: readonly Form<OrdersOptions>[] = [
  ...Object.entries(orderSamples).map(([platform, sample]) => sampleForm(platform, sample)),
  ...files.map(([platform, name, more]) =>
    formOf('orders', platform, [name], { ...orderSamples[platform]?.options, ...more }),
  ),
];
