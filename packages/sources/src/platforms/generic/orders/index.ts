import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { mapDocument, orderKeys } from './documents.ts';
import { mapRows } from './map.ts';

/** Files with the API's own field names. */
export const generic = defineOrderSource({
  name: 'generic',
  label: 'Sequenzy order file',
  isGeneral: true,
  about,
  marksPending: false,
  marksTests: true,
  needsCatalog: false,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('orderId') || undefined,
    map: mapRows,
  },
  documents: {
    required: ['orderId', 'customer', 'orderedAt'],
    fields: orderKeys,
    envelopes: ['orders', 'order'],
    map: mapDocument,
  },
});
