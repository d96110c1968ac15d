import type { About } from '../../../reading/format.ts';

export const about: About = {
  files: 'CSV, from Store Products > Export',
  needs: ['the currency'],
  maps: {
    productId: 'handleId',
    title: 'name',
    description: 'description, as plain text',
    imageUrl: 'the first of productImageUrl, on static.wixstatic.com where it is only a name',
    priceCents: 'price plus surcharge, less the discount; of several variants the lowest',
    compareAtPriceCents: 'the price before the discount',
    inStock: 'inventory: InStock, OutOfStock or a number',
    'variants[].variantId':
      'sku where it is unique in the input, else handleId, # and the option values',
    'variants[].options':
      'productOptionName of the product, productOptionDescription of the variant',
  },
  assumes: [
    'A discount applies to price and surcharge together, and is rounded to the nearest minor unit.',
    'A discount of mode AMOUNT is taken off the price of each variant.',
    'An inventory other than InStock was not seen in a file: OutOfStock and whole numbers are taken as they read, the rest is refused.',
    'Products with visible false are skipped as hidden; a variant with visible false is out of stock.',
    'Which SKUs are unique depends on what is read together: where SKUs repeat, correct the export and read it whole rather than its rejects alone.',
  ],
};
