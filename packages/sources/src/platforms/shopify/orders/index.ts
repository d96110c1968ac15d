import { errorIn } from '../products/error.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { lineItemTable } from '../../../kinds/orders/line-item-export/table.ts';
import { about } from './about.ts';
import { columns, fields } from './columns.ts';
import { globalIdOf, textOf } from './global-ids.ts';
import { mapDocuments } from './map.ts';

/**
 * The order export of Shopify's admin, with the full header, its newer spelling, or reduced; orders of the Admin API,
 * as REST hands them out and as bulk operations write them.
 */
export const shopify = defineOrderSource({
  name: 'shopify',
  label: 'Shopify order export',
  about,
  marksPending: true,
  marksTests: true,
  needsCatalog: true,
  totalsRule: 'shopify',
  table: lineItemTable(columns),
  documents: {
    required: ['id'],
    mark: {
      says: 'financial_status or displayFinancialStatus',
      isOn: (fields) => 'financial_status' in fields || 'displayFinancialStatus' in fields,
    },
    fields,
    envelopes: ['orders', 'order'],
    errorIn,
    keyOf: ({ id, __parentId: parent }) => textOf(parent) ?? globalIdOf(id),
    membersOf: ({ id, __parentId: parent }) =>
      parent === undefined ? [] : [globalIdOf(id)].filter((one) => one !== undefined),
    map: mapDocuments,
  },
});
