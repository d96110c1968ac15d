import type { CatalogOptions } from '../../kinds/products/catalog.ts';
import type { ConformanceSample } from '../../conformance/sample.ts';
import { bigcommerceSample } from '../../platforms/bigcommerce/products/fixtures/sample.ts';
import { bigcommerceV3Sample } from '../../platforms/bigcommerce-v3/products/fixtures/sample.ts';
import { ecwidSample } from '../../platforms/ecwid/products/fixtures/sample.ts';
import { etsySample } from '../../platforms/etsy/products/fixtures/sample.ts';
import { fanfareSample } from '../../platforms/fanfare/products/fixtures/sample.ts';
import { genericSample } from '../../platforms/generic/products/fixtures/sample.ts';
import { googleSample } from '../../platforms/google/products/fixtures/sample.ts';
import { lightspeedSample } from '../../platforms/lightspeed/products/fixtures/sample.ts';
import { magentoSample } from '../../platforms/magento/products/fixtures/sample.ts';
import { prestashopSample } from '../../platforms/prestashop/products/fixtures/sample.ts';
import { shopifySample } from '../../platforms/shopify/products/fixtures/sample.ts';
import { squareSample } from '../../platforms/square/products/fixtures/sample.ts';
import { squarespaceSample } from '../../platforms/squarespace/products/fixtures/sample.ts';
import { stripeSample } from '../../platforms/stripe/products/fixtures/sample.ts';
import { wixSample } from '../../platforms/wix/products/fixtures/sample.ts';
import { woocommerceSample } from '../../platforms/woocommerce/products/fixtures/sample.ts';
import { yandexSample } from '../../platforms/yandex/products/fixtures/sample.ts';
import { formOf, sampleForm, type Form } from './form.ts';

/** One for each source, by its name. */
export const productSamples: Readonly<Record<string, ConformanceSample>> = {
  bigcommerce: bigcommerceSample,
  'bigcommerce-v3': bigcommerceV3Sample,
  ecwid: ecwidSample,
  etsy: etsySample,
  fanfare: fanfareSample,
  generic: genericSample,
  google: googleSample,
  lightspeed: lightspeedSample,
  magento: magentoSample,
  prestashop: prestashopSample,
  shopify: shopifySample,
  square: squareSample,
  squarespace: squarespaceSample,
  stripe: stripeSample,
  wix: wixSample,
  woocommerce: woocommerceSample,
  yandex: yandexSample,
};

const files: readonly (readonly [platform: string, ...names: string[]])[] = [
  ['etsy', 'german.csv'],
  ['generic', 'documents.ndjson'],
  ['google', 'rss.xml'],
  ['google', 'atom.xml'],
  ['google', 'feed.tsv'],
  ['prestashop', 'products.csv', 'combinations.csv'],
  ['shopify', 'new-header.csv'],
  ['shopify', 'rest.json'],
  ['shopify', 'bulk.jsonl'],
  ['stripe', 'list.json'],
  ['stripe', 'prices.csv'],
  ['wix', 'newer.csv'],
  ['woocommerce', 'rest.json'],
  ['woocommerce', 'german.csv'],
  ['yandex', 'feed.xml'],
];

/** The other forms in which the platforms hand products out. */
export const productFiles: readonly Form<CatalogOptions>[] = files.map(([platform, ...names]) =>
  formOf('products', platform, names, productSamples[platform]?.options ?? {}),
);

export const productForms: readonly Form<CatalogOptions>[] = [
  ...Object.entries(productSamples).map(([platform, sample]) => sampleForm(platform, sample)),
  ...productFiles,
];
