import { madePages } from '../../../kinds/products/page.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource, holdsOrders } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { isFurtherVariant, mapRows } from './map.ts';

/** The product export of Squarespace. */
export const squarespace = defineSource({
  name: 'squarespace',
  label: 'Squarespace product export',
  marksUnpublished: true,
  makesPages: true,
  metadata: {
    files: 'CSV, from Commerce > Inventory > Export',
    needs: ['the currency', 'the address of the shop (store-url), for the addresses of pages'],
    maps: {
      productId: 'Product ID, else Product URL',
      title: 'Title',
      description: 'Description, as plain text',
      imageUrl: 'the first of Hosted Image URLs',
      url: 'store-url, Product Page, /p/ and Product URL',
      priceCents: 'Sale Price while On Sale, else Price; of several variants the lowest',
      compareAtPriceCents: 'Price, while On Sale',
      inStock: 'Stock: Unlimited, or above 0',
      'variants[].variantId': 'Variant ID, else Product URL, # and the option values',
      'variants[].options': 'Option Name n and Option Value n',
    },
    assumes: [
      'One Product ID has one title: where rows disagree, the product is refused.',
      'A row without Product ID and Product URL is a variant of the product above it: do not sort the file.',
      'Products with Visible No are skipped as hidden.',
      'Pages stand at /p/ below their Product Page, as in version 7.1; in version 7.0 there is no /p/.',
    ],
  },
  notes: {
    madePage: madePages('<store-url>/<Product Page>/p/<Product URL>', 'version 7.0 has no /p/'),
  },
  unusable: [
    {
      label: 'a Squarespace order export',
      columns: ['Order ID', 'Financial Status', 'Lineitem variant'],
      ...holdsOrders,
    },
  ],
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['salePrice'],
      inventoryQuantity: ['stock'],
    },
    keyOf: (row) => row.get('productId') || row.get('productUrl') || undefined,
    continues: isFurtherVariant,
    map: plainTitles(mapRows),
  },
});
