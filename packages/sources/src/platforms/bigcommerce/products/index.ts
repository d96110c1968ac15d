import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variant-ids.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { isOfType, mapRows } from './map.ts';
import { notes } from './notes.ts';

/** The legacy product export of BigCommerce. */
export const bigcommerce = defineSource({
  name: 'bigcommerce',
  label: 'BigCommerce legacy product export',
  marksUnpublished: true,
  about,
  notes,
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('productId') || undefined,
    continues: (row) => isOfType(row, 'sku') || isOfType(row, 'rule'),
    map: plainTitles(mapRows),
  },
});
