import type { About } from '../../../reading/format.ts';

export const about: About = {
  files: 'CSV, TSV, JSON or NDJSON with the API’s own field names, in camelCase or snake_case',
  needs: ['the currency, where a decimal price has none beside it'],
  maps: {
    productId: 'productId',
    title: 'title',
    priceCents: 'priceCents, or price as a decimal',
    compareAtPriceCents: 'compareAtPriceCents, or compareAtPrice as a decimal',
    'variants[]': 'rows with a variantId, or the list variants of a document',
    'variants[].options': 'option1Name and option1Value to option3Value',
  },
  assumes: ['Empty cells keep what is stored, unless --empty clear is given.'],
};
