import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { about } from './about.ts';
import { fields } from './columns.ts';
import { errorIn } from './error.ts';
import { mapDocument } from './map.ts';

/** Answers of order_find and order_view of sticky.io, which was Limelight. */
export const stickyio = defineOrderSource({
  name: 'stickyio',
  label: 'sticky.io order list',
  about,
  marksPending: true,
  marksTests: true,
  needsCatalog: false,
  documents: {
    required: ['order_status', 'order_total', 'email_address'],
    // Elsewhere orderId and order_id are one key; another platform writes it like that.
    mark: { says: 'order_id', isOn: (fields) => 'order_id' in fields },
    fields,
    envelopes: ['data'],
    keyedEnvelopes: ['data'],
    paging: {
      total: ['total_orders'],
      nextStep: 'Query the other orders too, and give all files together.',
    },
    errorIn,
    map: mapDocument,
  },
});
