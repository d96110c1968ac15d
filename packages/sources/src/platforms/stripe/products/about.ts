import type { About } from '../../../reading/format.ts';

export const about: About = {
  files:
    'JSON of the API: lists of products and of prices, together or in two files, or one object a line',
  needs: [],
  maps: {
    productId: 'id of the product',
    title: 'name',
    description: 'description',
    imageUrl: 'the first of images',
    url: 'url',
    priceCents:
      'unit_amount of the default price, else of the lowest; it is in minor units already',
    currency: 'currency of that price',
    providerCreatedAt: 'created',
    'variants[].variantId': 'id of each active price in that currency',
    'variants[].title': 'nickname, else the interval, else the amount',
  },
  assumes: [
    'Products that are not active are skipped; so are their prices.',
    'Without any price in the input, prices and variants stay what they are.',
    'The price of a package (transform_quantity) is sent as it stands.',
    'There is no stock; it is not sent.',
  ],
};
