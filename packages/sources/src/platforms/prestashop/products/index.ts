import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variant-ids.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';

/** The files of PrestaShop's import: products, and their combinations in a second file. */
export const prestashop = defineSource({
  name: 'prestashop',
  label: 'PrestaShop product file',
  marksUnpublished: true,
  asksForTax: true,
  about,
  uniqueIds: withUniqueSkus,
  notes,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    isScattered: true,
    keyOf: (row) => row.get('productId') || undefined,
    map: plainTitles(mapRows),
  },
});
