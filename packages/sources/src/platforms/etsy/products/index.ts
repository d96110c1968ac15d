import { option, say } from 'sequenzy-contract';
import { counted, verb } from '../../../text/counted.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { idOf, mapRows } from './map.ts';

/** The listings of an Etsy shop. */
export const etsy = defineSource({
  name: 'etsy',
  label: 'Download of Etsy listings',
  marksUnpublished: false,
  metadata: {
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
      say`The columns are named in English or German, the German ones as one public program reads them; those of other languages are not known and need ${option('map')}.`,
      'The file has no id and no address of a listing: a changed title is a new product, unless it has a SKU.',
      'Variations are listed without prices and stock, and their SKUs in another order; they are not sent.',
      'PRICE is sent as the price of the listing; that it is the lowest of its variations is not confirmed.',
      'Two listings that make the same id are refused.',
    ],
  },
  notes: {
    variations: (count) =>
      `${counted(count, 'listing')} ${verb(count, 'has', 'have')} variations; the file has no price and no stock for them, and they are not sent.`,
  },
  unusable: [
    {
      label: 'an Etsy list of sold items',
      columns: ['Sale Date', 'Item Name', 'Buyer', 'Transaction ID'],
      reason: 'it holds orders without any e-mail address',
      nextStep: 'Download the listings instead (EtsyListingsDownload.csv).',
    },
  ],
  table: { columns, trailingCellsMayBeCut: false, keyOf: idOf, map: plainTitles(mapRows) },
});
