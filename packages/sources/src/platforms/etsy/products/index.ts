import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { idOf, mapRows } from './map.ts';
import { notes } from './notes.ts';

/** The listings of an Etsy shop. */
export const etsy = defineSource({
  name: 'etsy',
  label: 'Download of Etsy listings',
  marksUnpublished: false,
  about,
  notes,
  table: { columns, trailingCellsMayBeCut: false, keyOf: idOf, map: plainTitles(mapRows) },
});
