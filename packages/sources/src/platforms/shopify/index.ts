import { withUniqueSkus } from '../../product/variant-ids.ts';
import { defineSource } from '../../source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';

/** The product export of Shopify's admin, with the old header, the new one, or a mixture. */
export const shopify = defineSource({
  name: 'shopify',
  label: 'Shopify product export',
  marksUnpublished: true,
  usesStoreUrl: true,
  notes,
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    idField: 'id',
    keyOf: (row) => row.get('handle') || undefined,
    map: mapRows,
  },
});
