import type { About } from '../../../reading/format.ts';

export const about: About = {
  files: 'CSV, from Shop Manager > Settings > Options > Download Data (EtsyListingsDownload.csv)',
  needs: [],
  maps: {
    productId: 'SKU where a listing has one, else a slug of the TITLE',
    title: 'TITLE',
    description: 'DESCRIPTION',
    imageUrl: 'IMAGE1',
    priceCents: 'PRICE',
    currency: 'CURRENCY_CODE',
    inStock: 'whether QUANTITY is above 0',
  },
  assumes: [
    'The file has no id and no address of a listing: a changed title is a new product, unless it has a SKU.',
    'Variations are listed without prices and stock, and their SKUs in another order; they are not sent.',
    'PRICE is sent as the price of the listing; that it is the lowest of its variations is not confirmed.',
    'Two listings that make the same id are refused.',
  ],
};
