import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { isFurtherVariant, mapRows } from './map.ts';

/** The product export of Squarespace. */
export const squarespace = defineSource({
  name: 'squarespace',
  label: 'Squarespace product export',
  marksUnpublished: true,
  about,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('productId') || row.get('productUrl') || undefined,
    continues: isFurtherVariant,
    map: plainTitles(mapRows),
  },
});
