import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variant-ids.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** The product export of Wix Stores. */
export const wix = defineSource({
  name: 'wix',
  label: 'Wix product export',
  marksUnpublished: true,
  about,
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('handleId') || undefined,
    map: plainTitles(mapRows),
  },
});
