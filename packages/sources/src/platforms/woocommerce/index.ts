import { defineSource } from '../../source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { keyOf, membersOf } from './kind.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';

/** The product export of WooCommerce. */
export const woocommerce = defineSource({
  name: 'woocommerce',
  label: 'WooCommerce product export',
  marksUnpublished: true,
  usesStoreUrl: false,
  about,
  notes,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    isScattered: true,
    keyOf,
    membersOf,
    map: mapRows,
  },
});
