import { lineItemTable } from '../../../kinds/orders/line-item-export/table.ts';
import { columns } from './columns.ts';

/** Rows as in the order export of Shopify, with a column of their own for the variant of a line. */
export const table = lineItemTable(columns);
