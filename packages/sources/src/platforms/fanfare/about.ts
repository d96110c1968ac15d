import type { About } from '../../source.ts';

export const about: About = {
  files:
    'JSON of the Admin API, with variants and media assets included: one answer or one object a line; the command line reads the API itself where no file is named',
  needs: ['the currency, where variants do not name theirs'],
  maps: {
    productId: 'id',
    title: 'name',
    description: 'description',
    imageUrl: 'publicUrl of the media asset with the lowest position',
    url: 'url',
    priceCents: 'the price of the cheapest variant, a decimal string',
    currency: 'currencyCode of the default variant, else of the first',
    inStock: 'whether a variant is in stock',
    providerCreatedAt: 'createdAt',
    'variants[].variantId': 'id',
    'variants[].title': 'the option values, else the SKU, else the name of the product',
    'variants[].inStock': 'inventoryPolicy is open, or inventoryQuantity is above 0',
    'variants[].inventoryQuantity': 'inventoryQuantity, where the policy is not open',
    'variants[].options': 'optionName and value of options',
  },
  assumes: [
    'Archived products are skipped; archived variants are left out.',
    'Quantity, inventory policy and currency of a variant are called inventoryQuantity, inventoryPolicy and currencyCode. Where they are not, map renames them to the fields quantity, inventoryPolicy and currency.',
    'Without variants in the input, the stored ones are kept; so are prices and stock.',
    'A price in another currency than the product’s is left out.',
  ],
};
