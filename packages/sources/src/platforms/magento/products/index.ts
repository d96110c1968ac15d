import { withoutPrice } from '../../../kinds/products/variants.ts';
import { counted, verb } from '../../../text/counted.ts';
import { madePages } from '../../../kinds/products/page.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';
import { variationsOf } from './variations.ts';

/** The product export of Adobe Commerce and Magento 2. */
export const magento = defineSource({
  name: 'magento',
  label: 'Magento 2 product export',
  marksUnpublished: true,
  makesPages: true,
  metadata: {
    files: 'CSV, from System > Data Transfer > Export > Products',
    needs: ['the currency', 'the address of the shop (store-url), for the addresses of pages'],
    maps: {
      productId: 'sku',
      title: 'name',
      description: 'description, else short_description, as plain text',
      imageUrl: 'base_image, where it is a whole address',
      url: 'store-url, url_key and .html',
      priceCents:
        'special_price between its dates, else price; of a configurable product the lowest',
      compareAtPriceCents: 'price, while a special_price is in force',
      inStock: 'is_in_stock',
      'variants[].variantId': 'sku of each row named in configurable_variations',
      'variants[].options': 'configurable_variations, called as configurable_variation_labels says',
      'variants[].inventoryQuantity': 'qty, unless stock is not managed',
    },
    assumes: [
      'Rows with a store_view_code are passed over; the row without one says what the product is.',
      'Rows that are not visible individually and named by no product are skipped.',
      'product_online 1 is on sale; other products are skipped as disabled.',
      'Bundles and groups may have no price of their own, and are sent without one.',
      'Dates of special prices are American or ISO, in UTC; a last day counts whole.',
      'Where stock follows the configuration it is managed, as is the default.',
      'Pages stand at url_key with the suffix .html, as in the default configuration.',
      'Addresses of images inside the shop depend on its settings and are not sent.',
    ],
  },
  notes: {
    madePage: madePages('<store-url>/<url_key>.html', 'a shop can have another suffix'),
    withoutPrice,
    storeView: (count) =>
      `${counted(count, 'row')} of single store views ${verb(count, 'was', 'were')} passed over; the values for all views are taken.`,
    imagePath: (count) =>
      `${counted(count, 'product')} ${verb(count, 'has', 'have')} an image without an address, only a path inside the shop; it is not sent.`,
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['specialPrice'],
      inventoryQuantity: ['quantity'],
    },
    isScattered: true,
    keyOf: (row) => row.get('sku') || undefined,
    membersOf: (row) =>
      row.get('storeView') === '' ? variationsOf(row).map(({ sku }) => sku) : [],
    map: plainTitles(mapRows),
  },
});
