import { plainTitles } from '../../product/plain-titles.ts';
import { withUniqueSkus } from '../../product/variant-ids.ts';
import { defineSource } from '../../source.ts';
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
