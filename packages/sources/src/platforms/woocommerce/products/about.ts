import type { About } from '../../../reading/format.ts';

export const about: About = {
  files:
    'CSV, from Products > Export; JSON of the REST API v3, products and variations together or in two files',
  needs: ['the currency'],
  maps: {
    productId: 'ID, else SKU',
    title: 'Name',
    description: 'Description, else Short description, as plain text',
    imageUrl: 'the first of Images',
    url: 'External URL; in JSON the permalink',
    priceCents:
      'Sale price between its dates, else Regular price; of a variable product the lowest',
    compareAtPriceCents: 'Regular price during a sale',
    inStock: 'In stock?; backorder can be bought',
    'variants[].variantId': 'ID of the variation, else its SKU',
    'variants[].options': 'Attribute n name and value',
    'variants[].inventoryQuantity': 'Stock, where it is counted for the variation itself',
  },
  assumes: [
    'Dates of sales are in UTC: the export does not give the zone of the site. A last day counts whole.',
    'Only Published 1 is on sale; 0, -1 and 2 are skipped as private, draft and pending.',
    'A backslash and an n in a description is a line break.',
    'A grouped product has no price of its own, and is sent without one.',
    'Types that plugins add are read like the simple ones, and said to be.',
    'A shop in another language exports translated column names: name them with --map.',
  ],
};
