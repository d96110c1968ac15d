import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** A product feed as Google Merchant Center takes it, in each of its forms. */
export const google = defineSource({
  name: 'google',
  label: 'Google Merchant feed',
  marksUnpublished: false,
  about,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    elements: ['item', 'entry'],
    keyOf: (row) => {
      const group = row.get('itemGroupId');
      if (group !== '') return `group ${group}`;
      return row.get('id') === '' ? undefined : `item ${row.get('id')}`;
    },
    map: plainTitles(mapRows),
  },
});
