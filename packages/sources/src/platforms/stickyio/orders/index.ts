import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { mapDocument } from './map.ts';
import { errorText } from '../../../documents/shown.ts';
import type { Fields } from '../../../documents/document.ts';

/** Keys that the option `map` can name. */
const fields = [
  'order_id',
  'order_status',
  'order_total',
  'time_stamp',
  'acquisition_date',
  'email_address',
  'customer_id',
  'first_name',
  'last_name',
  'amount_refunded_to_date',
  'products',
] as const;

/** Answers of order_find and order_view of sticky.io, which was Limelight. */
export const stickyio = defineOrderSource({
  name: 'stickyio',
  label: 'sticky.io order list',
  metadata: {
    files: 'JSON of the API v1, order_find or order_view',
    needs: ['the currency: orders do not say it', 'the time zone of the account'],
    maps: {
      orderId: 'order_id',
      status:
        'order_status: 2 is placed, 8 fulfilled, 6 refunded, or cancelled where it is void and nothing was refunded; 10 and 11 are not paid yet; 7 is not a sale',
      totalCents: 'order_total',
      orderedAt: 'time_stamp, else acquisition_date',
      customer: 'email_address, customer_id, first_name, last_name',
      items: 'products',
      refundAmountCents: 'amount_refunded_to_date',
      properties:
        'campaign_id, billing_cycle, ancestor_id, parent_id, is_recurring, is_chargeback, on_hold',
    },
    assumes: [
      'time_stamp is when the order was placed, in the time zone of the account',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'the price of a product is that of one piece',
      'is_chargeback and on_hold do not change the status; where they are on, the order says so in its properties',
    ],
  },
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

/**
 * An answer other than 100 without any order. The spelling changes inside the API.
 *
 * Source: recorded answers, and types of a public client.
 */
function errorIn(fields: Fields): string | undefined {
  const given = fields['response_code'] ?? fields['responseCode'];
  const holdsOrders = 'order_id' in fields || 'data' in fields;
  const code = errorText(given, '');
  if (code === '' || code === '100' || holdsOrders) return undefined;
  return `${errorText(fields['error_message'])} (response_code ${code})`;
}
