import { errorIn } from '../products/error.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { about } from './about.ts';
import { fields } from './columns.ts';
import { mapDocument } from './map.ts';

/** Orders of WooCommerce's REST API, version 3. Its core exports no orders as CSV. */
export const woocommerce = defineOrderSource({
  name: 'woocommerce',
  label: 'WooCommerce order list',
  about,
  marksPending: true,
  marksTests: false,
  needsCatalog: false,
  totalsRule: 'woocommerce',
  documents: {
    required: ['id', 'status', 'billing', 'line_items', 'date_created'],
    fields,
    envelopes: ['orders', 'order'],
    errorIn,
    map: mapDocument,
  },
});
