import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';
import { variationsOf } from './variations.ts';

/** The product export of Adobe Commerce and Magento 2. */
export const magento = defineSource({
  name: 'magento',
  label: 'Magento 2 product export',
  marksUnpublished: true,
  about,
  notes,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    isScattered: true,
    keyOf: (row) => row.get('sku') || undefined,
    membersOf: (row) =>
      row.get('storeView') === '' ? variationsOf(row).map(({ sku }) => sku) : [],
    map: plainTitles(mapRows),
  },
});
